import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../connect/database.ts'
import type { Tables } from '../tables.ts'

const undo = new Error('undo')

/** Runs behind the wall of that account, gives what came out, and leaves nothing behind. */
export async function undone<T>(
  database: Database,
  accountId: string,
  run: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const results: T[] = []
  await database
    .tenant(accountId, async (tx) => {
      results.push(await run(tx))
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
  return results[0] as T
}

export async function countIn(
  db: Kysely<Tables>,
  table: string,
  where: RawBuilder<boolean> = sql`true`,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db)
  return rows[0]?.n ?? -1
}
