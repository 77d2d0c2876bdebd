import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * Forgets up to `most` of what was told over an hour ago, in whichever accounts, but for what a reader with a cursor has
 * still to read. Of several processes one does it and the others get 0.
 */
export async function forgetOldEvents(db: Kysely<Tables>, most: number): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select forget_old_events(${most}) as forgotten`.execute(db)
  return rows[0]?.forgotten ?? 0
}
