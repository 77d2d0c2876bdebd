import type { ExtraRow, RoleRow, Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import { sql } from 'kysely'
import { notFound } from '../refuse/errors.ts'
import { combine, type Power, powerOf, powerOfPermission } from './by.ts'

/** A member with all that they may do: their role first, then what they hold beside it at this moment. */
export interface PoweredMember {
  id: string
  userId: string
  name: string
  email: string
  status: 'active' | 'deactivated'
  role: RoleRow & { id: string }
  extra: ExtraRow[]
  /** All that they may do, as a whole: whoever manages them must hold it. */
  power: Power
  /** What they hold beside their role. Another role for them means `combine(powerOf(other), ...beside)` afterwards. */
  beside: Power[]
}

/** Reads a member to act on. @throws NOT_FOUND */
export async function poweredMember(
  tx: Tx,
  accountId: string,
  memberId: string,
  catalogue: Catalogue,
): Promise<PoweredMember> {
  const [member] = await poweredMembers(tx, accountId, [memberId], catalogue)
  return member ?? notFound()
}

/** Several at once: those of them that there are, in no order. */
export async function poweredMembers(
  tx: Tx,
  accountId: string,
  memberIds: readonly string[],
  catalogue: Catalogue,
): Promise<PoweredMember[]> {
  if (memberIds.length === 0) return []
  const rows = await tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['member.id', 'member.user_id', 'member.status', 'identity_user.name', 'identity_user.email'])
    .select(['role.id as role_id', 'role.name as role_name', 'role.preset', 'role.permissions', 'role.full_sections'])
    .select(['role.chat_scope', 'role.unassigned'])
    .select(sql<ExtraRow[] | null>`extra_of(member.account_id, member.id)`.as('extra'))
    .where('member.account_id', '=', accountId)
    .where('member.id', 'in', memberIds)
    .execute()
  return rows.map((row) => {
    const { preset, permissions, full_sections, chat_scope, unassigned } = row
    const role = { id: row.role_id, name: row.role_name, preset, permissions, full_sections, chat_scope, unassigned }
    const extra = row.extra ?? []
    const beside = powersBeside(extra, catalogue)
    return {
      id: row.id,
      userId: row.user_id,
      name: row.name,
      email: row.email,
      status: row.status,
      role,
      extra,
      power: combine(powerOf(role, catalogue), ...beside),
      beside,
    }
  })
}

/** What is held beside a role, one by one. */
export const powersBeside = (extra: readonly ExtraRow[], catalogue: Catalogue): Power[] =>
  extra.map(({ permission, role }) =>
    role ? powerOf(role, catalogue) : powerOfPermission(permission ?? '', catalogue),
  )
