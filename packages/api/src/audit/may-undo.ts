import { rules } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { whyNotBack } from '../rows/change-role.ts'
import { actingOf, whatIsMissing } from '../rows/may-act.ts'
import { wholeTeam } from '../rows/member.ts'
import { once } from '../rows/once.ts'
import type { Undo } from '../work/history.ts'

type Ctx = Pick<MemberContext, 'tx' | 'actor' | 'catalogue'>

/**
 * Answers whether whoever reads the history may take something back that was done to a member: they hold what it asks of
 * them. The call itself asks once more; this keeps the page from offering what would be refused.
 */
export function undoing(ctx: Ctx): (way: Undo, memberId: string) => Promise<boolean> {
  const acting = actingOf(ctx)
  const { tx, actor, catalogue } = ctx
  const team = once(() => wholeTeam(tx, actor.accountId, catalogue))
  const roles = once(async () => {
    const all = await tx.selectFrom('role').select('id').where('account_id', '=', actor.accountId).execute()
    return new Set(all.map(({ id }) => id))
  })
  return async ({ call, input }, memberId) => {
    const member = (await team()).find(({ id }) => id === memberId)
    if (!member) return false
    const { roleId } = input as { roleId?: string }
    if (call === 'team.setRole' && roleId !== undefined)
      return (await roles()).has(roleId) && (await whyNotBack(acting, memberId, roleId)) === null
    // What is done to somebody as they are asks for all that they hold.
    const demand = rules.end({ before: member })
    return (await whatIsMissing(acting, { demand, what: `The access of ${member.name}`, member })) === null
  }
}
