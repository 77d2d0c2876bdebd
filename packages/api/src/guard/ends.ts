import type { Tx } from '@rolecall/db'
import type { Credential } from './actor.ts'

/** When what a member came in with ends by the clock: the session or token, or the preview if that is sooner. null: never. */
export async function endOf(tx: Tx, accountId: string, credential: Credential): Promise<Date | null> {
  if (credential.kind === 'token') {
    const token = tx.selectFrom('api_token').where('account_id', '=', accountId)
    const row = await token.where('token_hash', '=', credential.hash).select('expires_at').executeTakeFirst()
    return row?.expires_at ?? null
  }
  if (credential.kind !== 'session') return null
  const session = tx.selectFrom('identity_session').where('token_hash', '=', credential.hash).select('expires_at')
  const ends = [(await session.executeTakeFirst())?.expires_at]
  if (credential.preview !== undefined) {
    const preview = tx
      .selectFrom('role_preview')
      .where('account_id', '=', accountId)
      .where('id', '=', credential.preview)
    ends.push((await preview.select('expires_at').executeTakeFirst())?.expires_at)
  }
  const times = ends.flatMap((end) => (end ? [end.getTime()] : []))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
