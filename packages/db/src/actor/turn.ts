import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * Waits for the account's turn to change members and roles, and holds it until the transaction ends. The look-ups take
 * it themselves with lock 'team'; this is for changes that no member makes, such as the command line's.
 */
export async function teamTurn(tx: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`select lock_rights(${accountId}::uuid, 'team')`.execute(tx)
}

/** Waits until nobody is changing rights in this account, and keeps it so until the transaction ends. */
export async function rightsTurn(tx: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`select lock_rights(${accountId}::uuid, 'share')`.execute(tx)
}
