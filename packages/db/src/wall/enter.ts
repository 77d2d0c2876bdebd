import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Moves the rest of the transaction behind the wall of that account (and out of any other). */
export async function enterAccount(tx: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`select enter_account(${accountId}::uuid)`.execute(tx)
}

/** Lets the rest of the transaction see the memberships of one person, in every account. For sign-in. */
export async function enterUser(tx: Kysely<Tables>, userId: string): Promise<void> {
  await sql`select enter_user(${userId})`.execute(tx)
}
