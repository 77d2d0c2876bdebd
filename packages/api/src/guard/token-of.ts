import type { Tx } from '@rolecall/db'
import type { Context } from './context.ts'

/** The API token that a call came by, by the name it has now. */
export async function tokenOf(tx: Tx, { credential }: Context): Promise<{ id: string; name: string } | null> {
  if (credential.kind !== 'token') return null
  const token = await tx
    .selectFrom('api_token')
    .select(['id', 'name'])
    .where('account_id', '=', credential.accountId)
    .where('token_hash', '=', credential.hash)
    .executeTakeFirst()
  return token ?? null
}
