import type { NewEvent, Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import { notFound, refuse } from '../refuse/errors.ts'
import { type By, combine, mustHold, powerOf } from './by.ts'
import { mustBeOpen, roleAllowance } from './locked-roles.ts'
import { poweredMember } from './member.ts'

interface Change {
  accountId: string
  memberId: string
  roleId: string
  catalogue: Catalogue
  by: By
}

/** Who changed, from what to what; null when they had that role already. */
export interface Changed {
  member: string
  from: string
  to: string
  event: NewEvent
}

/**
 * Gives a member another role. The account's turn must be held (guard's `lock: 'team'`, or `teamTurn`): only then do
 * the rules that are checked here still hold when it commits. The update waits for every write of that member that has
 * begun, and those that begin later see the new role.
 */
export async function changeRole(tx: Tx, change: Change): Promise<Changed | null> {
  const { accountId, memberId, roleId } = change
  const member = await poweredMember(tx, accountId, memberId, change.catalogue)
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  if (!role) return notFound()
  const { by, catalogue } = change
  const after = combine(powerOf(role, catalogue), ...member.beside)
  mustHold(by, catalogue, 'One of these two roles', member.power, after)
  if (member.role.id === role.id) return null
  mustBeOpen(await roleAllowance(tx, accountId), roleId)
  if (member.role.preset === 'Administrator' && member.status === 'active') await keepOneAdministrator(tx, change)

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
  }
}

/**
 * An account always has an active Administrator: this is refused for the last one. What is held beside a role does not
 * count: it could end. @throws CONFLICT
 */
export async function keepOneAdministrator(tx: Tx, { accountId, memberId }: Pick<Change, 'accountId' | 'memberId'>) {
  const other = await tx
    .selectFrom('member')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select('member.id')
    .where('member.account_id', '=', accountId)
    .where('member.id', '<>', memberId)
    .where('member.status', '=', 'active')
    .where('role.preset', '=', 'Administrator')
    .limit(1)
    .executeTakeFirst()
  if (!other)
    refuse('CONFLICT', 'An account always has at least one active Administrator. Make somebody else one first.')
}
