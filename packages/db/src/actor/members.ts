import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ExtraRow, RoleRow } from './row.ts'

/**
 * Members with all that decides what they may do and see: their role, what they have beside it at this moment, and the
 * departments they are in. What it adds up to is for `holdingOf` (packages/permissions) to say, and for nobody else.
 * Add `where`, `orderBy` and what else is shown of them.
 */
export const membersWithRights = (tx: Kysely<Tables>, accountId: string) =>
  tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['member.id', 'member.user_id', 'member.status', 'identity_user.name', 'identity_user.email'])
    .select([
      sql<RoleRow & { id: string }>`jsonb_build_object('id', role.id, 'name', role.name, 'preset', role.preset,
        'permissions', role.permissions, 'full_sections', role.full_sections, 'chat_scope', role.chat_scope,
        'unassigned', role.unassigned)`.as('role'),
      sql<ExtraRow[] | null>`extra_of(member.account_id, member.id)`.as('extra'),
      sql<string[]>`array(select d.department_id from department_member d
        where d.account_id = member.account_id and d.member_id = member.id order by d.department_id)`.as(
        'department_ids',
      ),
    ])
    .where('member.account_id', '=', accountId)

export type MemberWithRights = Awaited<ReturnType<ReturnType<typeof membersWithRights>['execute']>>[number]
