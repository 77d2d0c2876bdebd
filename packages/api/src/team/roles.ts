import { defaultRoleNames, isCustom } from '@rolecall/permissions'
import { guard } from '../guard.ts'
import { nothing } from '../rows/input.ts'

/** The roles that can be given, the default ones first, from the most to the least. */
export const roles = guard
  .may('team.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }) => {
    const rows = await tx
      .selectFrom('role')
      .select(['id', 'name', 'preset'])
      .where('account_id', '=', actor.accountId)
      .orderBy('name')
      .execute()
    const rank = (preset: string | null) => {
      const at = (defaultRoleNames as readonly (string | null)[]).indexOf(preset)
      return at < 0 ? defaultRoleNames.length : at
    }
    return rows
      .toSorted((a, b) => rank(a.preset) - rank(b.preset))
      .map((role) => ({ id: role.id, name: role.name, custom: isCustom(role) }))
  })
