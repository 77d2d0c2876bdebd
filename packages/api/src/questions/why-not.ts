import { has, lacking, rules } from '@rolecall/permissions'
import type { WhyNot } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { changeOf, wholeTeam } from '../rows/member.ts'
import { labelled, mustExist, permission } from '../rows/permission.ts'

const shown = 20

/**
 * Why can't this member …? Which role they have and which roles would have it, and who could give it to them: whoever
 * holds for good all that they would then have.
 */
export const whyNot = guard
  .may('roles.view', { cost: 5 })
  .input(z.strictObject({ memberId: id, permission }))
  .query(async ({ ctx: { tx, actor, catalogue }, input }): Promise<WhyNot> => {
    mustExist(catalogue, input.permission)
    const team = await wholeTeam(tx, actor.accountId, catalogue)
    const member = team.find((one) => one.id === input.memberId)
    if (!member) return notFound()
    const { name, status, role, now } = member
    const allowed = status === 'active' && has<string>(now.grants, input.permission)
    const more = { permission: input.permission, role: null, ends_at: null }
    const demand = rules.give(changeOf(member, { extra: [...member.extra, more] }, catalogue))
    const givers = team
      .filter((one) => one.id !== member.id && one.status === 'active')
      .filter(({ lasting }) => has(lasting.grants, 'team.manage') && lacking(lasting, demand) === null)
    return {
      member: { id: member.id, name, status, role: { id: role.id, name: role.name } },
      permission: labelled(catalogue, input.permission),
      allowed,
      givers: allowed ? [] : givers.slice(0, shown).map((one) => ({ id: one.id, name: one.name })),
    }
  })
