import type { NewEvent, Tx } from '@rolecall/db'
import { type Catalogue, type Grants, grantsOfRole, mayChangeRole, type StoredRole } from '@rolecall/permissions'
import { labelOf } from '../deny.ts'
import { notFound, refuse } from '../errors.ts'

interface Change {
  accountId: string
  memberId: string
  roleId: string
  catalogue: Catalogue
  /** What the one who changes holds (role ∩ token) and their role's name; null for the operator, who is above roles. */
  by: { grants: Grants; role: string } | null
}

/** Who changed, from what to what; null when they had that role already. */
export interface Changed {
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
  const member = await tx
    .selectFrom('member')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select(['role.id', 'role.name', 'role.preset', 'role.permissions', 'role.full_sections', 'member.status'])
    .where('member.account_id', '=', accountId)
    .where('member.id', '=', memberId)
    .executeTakeFirst()
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections'])
    .where('account_id', '=', accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  if (!member || !role) return notFound()
  checkSeniority(change, member, role)
  if (member.id === role.id) return null
  if (member.preset === 'Administrator' && member.status === 'active') await keepOneAdministrator(tx, change)

  await tx
    .updateTable('member')
    .set({ role_id: roleId })
    .where('account_id', '=', accountId)
    .where('id', '=', memberId)
    .execute()
  return {
    from: member.name,
    to: role.name,
    event: { type: 'session', member_id: memberId, data: { type: 'session' } },
  }
}

// product.md, section 1: nobody hands out what they do not hold, nobody manages their seniors.
function checkSeniority({ by, catalogue }: Change, before: StoredRole, after: StoredRole) {
  if (!by) return
  const verdict = mayChangeRole<string>({
    mine: by.grants,
    theirsBefore: grantsOfRole(before, catalogue),
    theirsAfter: grantsOfRole(after, catalogue),
  })
  if (verdict.allowed) return
  const [first = ''] = verdict.missing
  const permission = verdict.missing.includes('team.administrators') ? 'team.administrators' : first
  const lacks = `“${labelOf(catalogue, permission)}” (${permission})`
  refuse(
    'PERMISSION_MISSING',
    `One of these two roles may do more than yours: it needs ${lacks}, and the role ${by.role} does not have it. Ask somebody who has it.`,
    { permission, role: by.role },
  )
}

async function keepOneAdministrator(tx: Tx, { accountId, memberId }: Change) {
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
