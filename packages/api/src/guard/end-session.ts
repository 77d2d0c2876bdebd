import { recordOwn } from '../work/history.ts'
import { transact } from '../work/transact.ts'
import { readActor } from './actor.ts'
import { type Context, house } from './context.ts'
import { says } from './says.ts'

/**
 * Ends the session that a request came with, here and in the streams that it opened: signed out, or signed in as
 * somebody else. A preview does not keep it open. `member`: whose it must be. @throws OTHER_MEMBER
 */
export async function endSession(ctx: Context, member?: string): Promise<void> {
  const { credential } = ctx
  if (credential.kind !== 'session') return
  const { hash } = credential
  const whose = { kind: 'session' as const, hash, ...(member && { member }) }
  await transact(ctx[house], ctx.requestId, async (work) => {
    const actor = await readActor(work.tx, ctx[house].catalogue, whose, false)
    await work.tx.deleteFrom('identity_session').where('token_hash', '=', hash).execute()
    if (!actor) return
    const { accountId, memberId, name } = actor
    await recordOwn(work.tx, accountId, { id: memberId, name, ip: ctx.ip }, says.signOut, {})
    work.accountId = accountId
    work.events.push({ type: 'session', member_id: memberId, data: { type: 'session' } })
  })
}
