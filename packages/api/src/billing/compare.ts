import type { Tx } from '@rolecall/db'
import type { Plan } from '@rolecall/permissions'
import type { PlanPreview } from '@rolecall/protocol'
import { sql } from 'kysely'
import { roleAllowance } from '../rows/locked-roles.ts'

/** Which custom roles another plan would lock or unlock. Locked or not, each goes on working as it is. */
export async function comparePlans(tx: Tx, accountId: string, to: Plan): Promise<PlanPreview> {
  const [now, then] = [await roleAllowance(tx, accountId), await roleAllowance(tx, accountId, to)]
  const roles = await customRoles(tx, accountId)
  return {
    from: now.plan,
    to,
    allowed: then.allowed,
    used: then.used,
    locks: roles.filter(({ id }) => then.locked.has(id) && !now.locked.has(id)),
    unlocks: roles.filter(({ id }) => now.locked.has(id) && !then.locked.has(id)),
  }
}

const customRoles = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('role')
    .select(['role.id', 'role.name'])
    .select(
      sql<number>`(select count(*) from member
        where member.account_id = role.account_id and member.role_id = role.id)`.as('holderCount'),
    )
    .where('role.account_id', '=', accountId)
    .where('role.preset', 'is', null)
    .orderBy('role.created_at')
    .orderBy('role.id')
    .execute()
