import type { Effect } from '@rolecall/protocol'
import { z } from 'zod'
import type { MemberContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { besideOf, type RoleChange, roleBeside, roleChange } from '../rows/change-role.ts'
import { departmentNames } from '../rows/departments.ts'
import { difference, tokensOf } from '../rows/effect.ts'
import { sayOtherReach } from '../rows/effect-lines.ts'
import { id } from '../rows/input.ts'
import { roleAllowance, whyLocked } from '../rows/locked-roles.ts'
import { actingOf, whatIsMissing } from '../rows/may-act.ts'
import { whyNotBeside } from '../rows/may-grant.ts'
import { administratorBeside, oneStays } from '../rows/one-administrator.ts'
import { canOf } from '../rows/permission.ts'

const input = z.strictObject({
  memberIds: z.array(id).min(1).max(100),
  roleId: id,
  /** Given for a while beside the role that they have, and not in its place. */
  beside: z.boolean().default(false),
})

/** What giving these members a role would mean for each of them, before it is done; and why not, where it is refused. */
export const roleEffect = guard
  .may('team.manage', { cost: 5 })
  .input(input)
  .query(async ({ ctx, input: { memberIds, roleId, beside } }): Promise<Effect> => {
    const { tx, actor, catalogue } = ctx
    const acting = actingOf(ctx)
    const changes: RoleChange[] = []
    for (const memberId of new Set(memberIds)) {
      changes.push(await (beside ? roleBeside : roleChange)(acting, { memberId, roleId }))
    }
    const whys = await (beside ? whyNotAsWell : whyNot)(ctx, changes)
    const names = await departmentNames(tx, actor.accountId)
    const affected = changes.map(({ member, change }) => ({ member, ...change }))
    const told = (some: readonly string[]) => some.map((name) => canOf(catalogue, name))
    return {
      members: affected.map((one, n) => {
        const { gains, loses } = difference(one)
        return {
          id: one.member.id,
          name: one.member.name,
          from: one.member.role.name,
          gains: told(gains),
          loses: told(loses),
          sees: sayOtherReach(one.before.now, one.after.now, names),
          active: one.member.status === 'active',
          why: whys[n] ?? null,
        }
      }),
      tokens: (await tokensOf(tx, actor.accountId, catalogue, affected)).map(({ gains, loses, ...token }) => ({
        ...token,
        gains: told(gains),
        loses: told(loses),
      })),
      raises: changes.some(({ role, stays }) => role.preset === 'Administrator' && !stays),
    }
  })

/** Of each, in their order; null: nothing is in the way. */
async function whyNotAsWell(ctx: MemberContext, changes: readonly RoleChange[]): Promise<(string | null)[]> {
  const allowance = await roleAllowance(ctx.tx, ctx.actor.accountId)
  const whys: (string | null)[] = []
  for (const { member, role } of changes) {
    whys.push((await whyNotBeside(actingOf(ctx), member, besideOf(role))) ?? whyLocked(allowance, role.id))
  }
  return whys
}

/** The same of a role in the place of theirs. */
async function whyNot(ctx: MemberContext, changes: readonly RoleChange[]): Promise<(string | null)[]> {
  const { tx, actor } = ctx
  const acting = actingOf(ctx)
  const allowance = await roleAllowance(tx, actor.accountId)
  const leaving = changes.filter(
    ({ member, attempt }) =>
      attempt.demand.administrator && member.role.preset === 'Administrator' && member.status === 'active',
  )
  const ids = leaving.map(({ member }) => member.id)
  const last = ids.length > 0 && !(await administratorBeside(tx, actor.accountId, ids))
  const whys: (string | null)[] = []
  for (const one of changes) {
    const missing = await whatIsMissing(acting, one.attempt)
    const locked = one.stays ? null : whyLocked(allowance, one.role.id)
    whys.push(missing?.message ?? locked ?? (last && leaving.includes(one) ? oneStays : null))
  }
  return whys
}
