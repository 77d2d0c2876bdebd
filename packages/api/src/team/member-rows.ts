import type { ExtraRow, Tx } from '@rolecall/db'
import { isCustom } from '@rolecall/permissions'
import type { Member } from '@rolecall/protocol'
import { sql } from 'kysely'
import type { MemberContext } from '../guard/context.ts'
import { labelOf } from '../guard/deny.ts'
import { may } from '../guard/may.ts'
import { byOf, combine, powerOf, whyNot } from '../rows/by.ts'
import { powersBeside } from '../rows/member.ts'

/** Members with all that a line of the team shows. Add `where`, `orderBy` and `limit`; read with `toMember`. */
export const memberRows = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['member.id', 'member.status', 'member.created_at', 'identity_user.name', 'identity_user.email'])
    .select(['role.id as role_id', 'role.name as role_name', 'role.preset', 'role.permissions', 'role.full_sections'])
    .select(['role.chat_scope', 'role.unassigned'])
    .select([
      sql<ExtraRow[] | null>`extra_of(member.account_id, member.id)`.as('extra'),
      sql<{ id: string; name: string }[] | null>`(
        select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.name)
        from department_member m join department d on d.account_id = m.account_id and d.id = m.department_id
        where m.account_id = member.account_id and m.member_id = member.id)`.as('departments'),
    ])
    .where('member.account_id', '=', accountId)

type Row = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number]

/** A line of the team, with whether the caller may manage that member. */
export function toMember(row: Row, { actor, catalogue }: MemberContext): Member {
  const role = { ...row, name: row.role_name }
  const extra = row.extra ?? []
  const power = combine(powerOf(role, catalogue), ...powersBeside(extra, catalogue))
  const why = may(actor, 'team.manage')
    ? whyNot(byOf(actor), catalogue, `The access of ${row.name}`, power)
    : `The role ${actor.role.name} does not have “${labelOf(catalogue, 'team.manage')}”.`
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    status: row.status,
    role: { id: row.role_id, name: row.role_name, custom: isCustom(row) },
    departments: row.departments ?? [],
    since: row.created_at.toISOString(),
    extraCount: extra.length,
    manage: { may: why === null, why },
  }
}
