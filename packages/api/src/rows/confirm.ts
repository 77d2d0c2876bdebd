import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'

/** A letter to this login's address was opened: it is good everywhere, unless another one with this address is. */
export async function confirmAddress(tx: Tx, { id, email }: { id: string; email: string }): Promise<void> {
  await addressTurn(tx, email)
  const elsewhere = await everywhere(tx, email)
  const place = elsewhere && elsewhere.id !== id ? {} : { account_id: null }
  await tx
    .updateTable('identity_user')
    .set({ ...place, confirmed_at: new Date(), updated_at: new Date() })
    .where('id', '=', id)
    .execute()
}

/** The one login with this address that is good everywhere. */
export const everywhere = (tx: Tx, email: string) =>
  tx
    .selectFrom('identity_user')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('account_id', 'is', null)
    .executeTakeFirst()

/** Who becomes the one login for everywhere takes turns with the others of that address, of whatever account. */
export async function addressTurn(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rolecall.address:${email.toLowerCase()}`}, 0))`.execute(tx)
}
