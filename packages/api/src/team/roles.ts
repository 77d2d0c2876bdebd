import { defaultRoleNames, holdingOf, isCustom, rules } from '@rolecall/permissions'
import type { RoleChoice } from '@rolecall/protocol'
import { guard } from '../guard.ts'
import { nothing } from '../rows/input.ts'
import { roleAllowance } from '../rows/locked-roles.ts'
import { actingOf, whatIsMissing } from '../rows/may-act.ts'

const locked = 'This role is above what the plan includes: it goes on working, but is given to nobody new.'

/** The roles that can be given, the default ones first, from the most to the least, and whether the caller may. */
export const roles = guard
  .may('team.view')
  .input(nothing)
  .query(async ({ ctx }): Promise<RoleChoice[]> => {
    const { tx, actor, catalogue } = ctx
    const rows = await tx
      .selectFrom('role')
      .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
      .where('account_id', '=', actor.accountId)
      .orderBy('name')
      .execute()
    const allowance = await roleAllowance(tx, actor.accountId)
    const acting = actingOf(ctx)
    const rank = (preset: string | null) => {
      const at = (defaultRoleNames as readonly (string | null)[]).indexOf(preset)
      return at < 0 ? defaultRoleNames.length : at
    }
    const choices: RoleChoice[] = []
    for (const role of rows.toSorted((a, b) => rank(a.preset) - rank(b.preset))) {
      // To whom is not known yet: what its departments open is asked once somebody is chosen.
      const demand = rules.saveRole([holdingOf(role, [], [], catalogue).now])
      const missing = await whatIsMissing(acting, { demand, what: 'This role', member: null })
      const why = allowance.locked.has(role.id) ? locked : (missing?.message ?? null)
      choices.push({ id: role.id, name: role.name, custom: isCustom(role), give: { may: why === null, why } })
    }
    return choices
  })
