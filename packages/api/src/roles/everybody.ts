import type { ExtraRow, RoleRow, Tx } from '@rolecall/db'
import { sql } from 'kysely'

export interface Holder {
  id: string
  name: string
  email: string
  status: 'active' | 'deactivated'
  role: RoleRow & { id: string }
  extra: ExtraRow[]
}

/** Everybody on the team, by name, with all that they hold. With `memberId`: that one. */
export async function everybody(tx: Tx, accountId: string, memberId?: string): Promise<Holder[]> {
  let members = tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['member.id', 'member.status', 'identity_user.name', 'identity_user.email'])
    .select(['role.id as roleId', 'role.name as roleName', 'role.preset', 'role.permissions', 'role.full_sections'])
    .select(['role.chat_scope', 'role.unassigned'])
    .select(sql<ExtraRow[] | null>`extra_of(member.account_id, member.id)`.as('extra'))
    .where('member.account_id', '=', accountId)
    .orderBy('identity_user.name')
    .orderBy('member.id')
  if (memberId !== undefined) members = members.where('member.id', '=', memberId)
  const rows = await members.execute()
  return rows.map(({ id, name, email, status, extra, roleId, roleName, ...role }) => ({
    id,
    name,
    email,
    status,
    role: { ...role, id: roleId, name: roleName },
    extra: extra ?? [],
  }))
}
