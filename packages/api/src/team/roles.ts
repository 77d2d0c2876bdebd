import { defaultRoleNames, isCustom } from '@rolecall/permissions'
import type { RoleChoice } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { byOf, powerOf, whyNot } from '../rows/by.ts'
import { nothing } from '../rows/input.ts'
import { roleAllowance } from '../rows/locked-roles.ts'

const locked = 'This role is above what the plan includes: it goes on working, but is given to nobody new.'

/** The roles that can be given, the default ones first, from the most to the least, and whether the caller may. */
export const roles = guard
  .may('team.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor, catalogue } }): Promise<RoleChoice[]> => {
    const rows = await tx
      .selectFrom('role')
      .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
      .where('account_id', '=', actor.accountId)
      .orderBy('name')
      .execute()
    const allowance = await roleAllowance(tx, actor.accountId)
    const by = byOf(actor)
    const rank = (preset: string | null) => {
      const at = (defaultRoleNames as readonly (string | null)[]).indexOf(preset)
      return at < 0 ? defaultRoleNames.length : at
    }
    return rows
      .toSorted((a, b) => rank(a.preset) - rank(b.preset))
      .map((role) => {
        const why = allowance.locked.has(role.id)
          ? locked
          : whyNot(by, catalogue, 'This role', powerOf(role, catalogue))
        return { id: role.id, name: role.name, custom: isCustom(role), give: { may: why === null, why } }
      })
  })
