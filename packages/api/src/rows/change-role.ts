import type { ExtraRow, NewEvent, RoleRow } from '@rolecall/db'
import { type Change, rules } from '@rolecall/permissions'
import { notFound, refuse } from '../refuse/errors.ts'
import type { Thing } from '../work/history.ts'
import { mustBeOpen, roleAllowance, whyLocked } from './locked-roles.ts'
import { type Acting, type Attempt, mustBeAllowed, whatIsMissing } from './may-act.ts'
import { changeOf, type HeldMember, heldMember } from './member.ts'
import { sessionOf } from './news.ts'

/** Who changed, from what to what; null when they had that role already. */
export interface Changed {
  member: string
  from: string
  to: string
  event: NewEvent
  /** The two roles, for the history. */
  things: { from: Thing; to: Thing }
}

/** `from`: the role that they had when it was decided; left out: whichever they have. */
export interface Wanted {
  memberId: string
  roleId: string
  from?: string | undefined
}

/** A role that somebody would get, with what that changes and what it asks of whoever does it. */
export interface RoleChange {
  member: HeldMember
  role: RoleRow & { id: string }
  change: Change
  stays: boolean
  attempt: Attempt
}

/** @throws NOT_FOUND */
export async function roleChange(acting: Acting, { memberId, roleId }: Wanted): Promise<RoleChange> {
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
  const change = changeOf(member, { role }, catalogue)
  const demand = rules.setRole(change)
  // Who stays an Administrator leaves nobody without one.
  const asked = stays ? { ...demand, administrator: false } : demand
  return { member, role, change, stays, attempt: { demand: asked, what: 'One of these two roles', member } }
}

/** The same role beside theirs, for a while. @throws NOT_FOUND */
export async function roleBeside(acting: Acting, wanted: Wanted): Promise<RoleChange> {
  const { member, role } = await roleChange(acting, wanted)
  const change = changeOf(member, { extra: [...member.extra, besideOf(role)] }, acting.catalogue)
  return { member, role, change, stays: false, attempt: { demand: rules.give(change), what: 'Their access', member } }
}

/** Whenever it may end. */
export const besideOf = (role: RoleRow): ExtraRow => ({ permission: null, role, ends_at: new Date().toISOString() })

/**
 * Gives a member another role. The account's turn must be held (guard's `lock: 'team'`, or `teamTurn`): only then do
 * the rules that are checked here still hold when it commits. The update waits for every write of that member that has
 * begun, and those that begin later see the new role.
 */
export async function changeRole(acting: Acting, wanted: Wanted): Promise<Changed | null> {
  const { tx, accountId } = acting
  const { member, role, stays, attempt } = await roleChange(acting, wanted)
  await mustBeAllowed(acting, attempt)
  if (stays) return null
  if (wanted.from !== undefined && wanted.from !== member.role.id) refuse('CONFLICT', meanwhile(member))
  mustBeOpen(await roleAllowance(tx, accountId), role.id)

  await tx
    .updateTable('member')
    .set({ role_id: role.id })
    .where('account_id', '=', accountId)
    .where('id', '=', member.id)
    .execute()
  return {
    member: member.name,
    from: member.role.name,
    to: role.name,
    event: sessionOf(member.id),
    things: { from: { kind: 'role', id: member.role.id }, to: { kind: 'role', id: role.id } },
  }
}

const meanwhile = ({ name, role }: HeldMember): string =>
  `${name} has the role ${role.name} by now: somebody has changed it in between. Look at it again.`

/** Why whoever did this could not take it back; null: they could, as things stand now. Of oneself nobody can. */
export async function whyNotBack(acting: Acting, memberId: string, fromId: string): Promise<string | null> {
  if (acting.by?.memberId === memberId) return 'This is you.'
  const { attempt } = await roleChange(acting, { memberId, roleId: fromId })
  const missing = await whatIsMissing(acting, attempt)
  return missing?.message ?? whyLocked(await roleAllowance(acting.tx, acting.accountId), fromId)
}
