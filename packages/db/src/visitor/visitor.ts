import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

export interface VisitorRow {
  contact_id: string
  chat_id: string
  name: string
}

/** One round trip; enters the account. `secretHash`: sha256 hex of the whole secret. */
export async function findVisitor(
  tx: Kysely<Tables>,
  accountId: string,
  secretHash: string,
): Promise<VisitorRow | undefined> {
  const { rows } = await sql<VisitorRow>`
    select * from visitor_by_secret(${accountId}::uuid, ${secretHash})`.execute(tx)
  return rows[0]
}
