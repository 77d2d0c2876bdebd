import type { Tx } from '@rolecall/db'
import type { Hint } from '@rolecall/protocol'
import { sql } from 'kysely'
import { guard } from '../../guard/guard.ts'
import { nothing } from '../../rows/input.ts'
import { duplicates, type Examined, risky, unused, unusedDays } from './found.ts'

/** Least privilege: what roles grant and nobody needs, roles that hardly differ, permissions that are too much together. */
export const hints = guard
  .may('roles.view', { cost: 5 })
  .input(nothing)
  .query(async ({ ctx: { tx, actor, catalogue } }): Promise<Hint[]> => {
    const roles = await examined(tx, actor.accountId)
    return [
      ...roles.flatMap((role) => risky(role, catalogue)),
      ...roles.flatMap((role) => unused(role, catalogue, new Date())),
      ...duplicates(roles, catalogue),
    ]
  })

async function examined(tx: Tx, accountId: string): Promise<Examined[]> {
  const roles = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned', 'created_at'])
    .select((eb) => [
      eb
        .selectFrom('member')
        .whereRef('member.account_id', '=', 'role.account_id')
        .whereRef('member.role_id', '=', 'role.id')
        .where('member.status', '=', 'active')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('holders'),
      // As it is since its last change: what was added last week cannot have been unused for three months.
      eb
        .selectFrom('role_version')
        .whereRef('role_version.account_id', '=', 'role.account_id')
        .whereRef('role_version.role_id', '=', 'role.id')
        .select(({ fn }) => fn.max('role_version.at').as('at'))
        .as('changed_at'),
    ])
    .where('account_id', '=', accountId)
    .orderBy('name')
    .execute()
  const used = await tx
    .selectFrom('permission_use as use')
    .innerJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'use.account_id').onRef('member.id', '=', 'use.member_id'),
    )
    .select(['member.role_id', 'use.permission'])
    .distinct()
    .where('use.account_id', '=', accountId)
    .where('use.last_used_at', '>', sql<Date>`now() - make_interval(days => ${unusedDays})`)
    .execute()
  return roles.map(({ created_at, changed_at, holders, ...role }) => ({
    ...role,
    holders: holders ?? 0,
    since: changed_at ?? created_at,
    used: new Set(used.filter(({ role_id }) => role_id === role.id).map(({ permission }) => permission)),
  }))
}
