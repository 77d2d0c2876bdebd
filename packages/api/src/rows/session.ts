import { can, toNames } from '@rolecall/permissions'
import type { Session } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { callable } from '../guard/door.ts'
import { reachOnWire } from './reach.ts'

/** Who is signed in and what they may do at this moment. Asked for by `session.me`, told by the live stream on a change. */
export async function readSession({
  tx,
  actor,
  doors,
}: Pick<MemberContext, 'tx' | 'actor' | 'doors'>): Promise<Session> {
  const held = actor.now.within(actor.token).grants
  const account = await tx
    .selectFrom('account')
    .innerJoin('clock', 'clock.account_id', 'account.id')
    .select(['id', 'name', 'plan', 'online', 'widget_shown', 'time_zone', 'clock.now'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  return {
    member: { id: actor.memberId, name: actor.name, email: actor.email, departmentIds: [...actor.departmentIds] },
    role: actor.role,
    account: {
      id: account.id,
      name: account.name,
      plan: can(held, 'billing.view') ? account.plan : null,
      online: account.online,
      widgetShown: account.widget_shown,
      timeZone: account.time_zone,
    },
    permissions: toNames(held),
    reach: await reachOnWire(tx, actor.accountId, actor.now.reach),
    extra: [...actor.extra],
    preview: actor.preview,
    procedures: callable(doors, held),
    event: account.now,
  }
}
