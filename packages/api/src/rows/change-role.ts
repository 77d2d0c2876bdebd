import type { NewEvent } from '@rolecall/db'
import { rules } from '@rolecall/permissions'
import { notFound } from '../refuse/errors.ts'
import type { Thing } from '../work/history.ts'
import { mustBeOpen, roleAllowance } from './locked-roles.ts'
import { type Acting, mustBeAllowed } from './may-act.ts'
import { changeOf, heldMember } from './member.ts'

/** Who changed, from what to what; null when they had that role already. */
export interface Changed {
  member: string
  from: string
  to: string
  event: NewEvent
  /** The two roles, for the history. */
  things: { from: Thing; to: Thing }
}

/**
 * Gives a member another role. The account's turn must be held (guard's `lock: 'team'`, or `teamTurn`): only then do
 * the rules that are checked here still hold when it commits. The update waits for every write of that member that has
 * begun, and those that begin later see the new role.
 */
export async function changeRole(acting: Acting, memberId: string, roleId: string): Promise<Changed | null> {
  const { tx, accountId, catalogue } = acting
  const member = await heldMember(tx, accountId, memberId, catalogue)
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  if (!role) return notFound()
  const stays = member.role.id === role.id
  const demand = rules.setRole(changeOf(member, { role }, catalogue))
  await mustBeAllowed(acting, {
    // Who stays an Administrator leaves nobody without one.
    demand: stays ? { ...demand, administrator: false } : demand,
    what: 'One of these two roles',
    member,
  })
  if (stays) return null
  mustBeOpen(await roleAllowance(tx, accountId), roleId)

  await tx
    .updateTable('member')
    .set({ role_id: roleId })
    .where('account_id', '=', accountId)
    .where('id', '=', memberId)
    .execute()
  return {
    member: member.name,
    from: member.role.name,
    to: role.name,
    event: { type: 'session', member_id: memberId, data: { type: 'session' } },
    things: { from: { kind: 'role', id: member.role.id }, to: { kind: 'role', id: role.id } },
  }
}
