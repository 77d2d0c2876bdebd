import { readActor } from '../guard/actor.ts'
import { type Context, house } from '../guard/context.ts'
import { says } from '../guard/says.ts'
import { openSession } from '../guard/session.ts'
import { notFound, notSignedIn, refuse } from '../refuse/errors.ts'
import { placesOf } from '../rows/membership.ts'
import { enter, transact } from '../work/transact.ts'

/**
 * Moves a browser to another account of the same login: the new session's token. The old session ends in the same
 * transaction, with the streams that it opened. @throws NOT_SIGNED_IN, NOT_FOUND, PREVIEW
 */
export function switchTo(ctx: Context, memberId: string): Promise<string> {
  return transact(ctx[house], ctx.requestId, async (work) => {
    const { tx } = work
    const actor = await readActor(tx, ctx[house].catalogue, ctx.credential, false)
    if (!actor || ctx.credential.kind !== 'session') return notSignedIn()
    if (actor.preview !== null) refuse('PREVIEW', 'You look through a role. Leave the preview first.')
    const { userId } = actor
    const elsewhere = (await placesOf(tx, userId)).filter((one) => one.memberId !== actor.memberId)
    const place = elsewhere.find((one) => one.memberId === memberId)
    const opening = { userId, verified: null, ip: ctx.ip, sentence: says.switch }
    const token = place && (await openSession(tx, { ...opening, accountId: place.accountId }))
    if (!token) return notFound()
    // Behind the login, which openSession holds: whoever ends sessions holds it first, too.
    const old = tx.deleteFrom('identity_session').where('token_hash', '=', ctx.credential.hash)
    if ((await old.executeTakeFirst()).numDeletedRows !== 1n) return notSignedIn()
    await enter(work, actor.accountId)
    work.events.push({ type: 'session', member_id: actor.memberId, data: { type: 'session' } })
    return token
  })
}
