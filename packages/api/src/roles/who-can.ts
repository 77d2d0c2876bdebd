import { defaultRoleNames } from '@rolecall/permissions'
import type { WhoCan } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { wholeTeam } from '../rows/member.ts'
import { labelled, mustExist, permission } from '../rows/permission.ts'
import { becauseOfRole, reasons } from './because.ts'

/** Who can …? Roles, people and tokens that may do this at this moment, each with the reason. */
export const whoCan = guard
  .may('roles.view', { cost: 5 })
  .input(z.strictObject({ permission }))
  .query(async ({ ctx: { tx, actor, catalogue }, input }): Promise<WhoCan> => {
    mustExist(catalogue, input.permission)
    const team = await wholeTeam(tx, actor.accountId, catalogue)
    const held = await tx.selectFrom('role').selectAll().where('account_id', '=', actor.accountId).execute()
    const roles = held.toSorted(byRank).flatMap((role) => {
      const because = becauseOfRole(role, input.permission, catalogue)
      if (!because) return []
      const holderCount = team.filter((one) => one.role.id === role.id && one.status === 'active').length
      return [{ id: role.id, name: role.name, custom: role.preset === null, holderCount, because }]
    })
    const members = team.flatMap(({ id, name, role, extra, status }) => {
      const because = reasons(role, extra, input.permission, catalogue)
      return because.length === 0 ? [] : [{ id, name, role: role.name, status, because }]
    })
    const tokens = await tx
      .selectFrom('api_token')
      .select(['id', 'name', 'member_id', 'permissions'])
      .where('account_id', '=', actor.accountId)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]))
      .orderBy('name')
      .execute()
    const { name, label } = labelled(catalogue, input.permission)
    return {
      permission: name,
      label,
      roles,
      members,
      // A token may do what it carries and its owner may do, and nothing once they are away.
      tokens: tokens.flatMap((token) => {
        const owner = members.find((one) => one.id === token.member_id && one.status === 'active')
        if (!owner || !token.permissions.includes(name)) return []
        return [{ id: token.id, name: token.name, owner: { id: owner.id, name: owner.name } }]
      }),
    }
  })

const rank = (preset: string | null) => {
  const at = (defaultRoleNames as readonly (string | null)[]).indexOf(preset)
  return at < 0 ? defaultRoleNames.length : at
}
const byRank = (a: { preset: string | null; name: string }, b: { preset: string | null; name: string }) =>
  rank(a.preset) - rank(b.preset) || a.name.localeCompare(b.name)
