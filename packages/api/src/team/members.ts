import { guard } from '../guard.ts'
import { nothing } from '../rows/input.ts'

/** Everybody who is or was on the team, by name. */
export const members = guard
  .may('team.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }) => {
    const rows = await tx
      .selectFrom('member')
      .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
      .innerJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
      )
      .select(['member.id', 'identity_user.name', 'identity_user.email', 'member.status'])
      .select(['role.id as roleId', 'role.name as roleName'])
      .where('member.account_id', '=', actor.accountId)
      .orderBy('identity_user.name')
      .orderBy('member.id')
      .execute()
    return rows.map(({ roleId, roleName, ...member }) => ({ ...member, role: { id: roleId, name: roleName } }))
  })
