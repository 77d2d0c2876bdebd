import { type ExtraRow, type MemberWithRights, membersWithRights, type RoleRow, type Tx } from '@rolecall/db'
import { type Catalogue, type Change, type Holdings, holdingOf } from '@rolecall/permissions'
import { notFound } from '../refuse/errors.ts'

/** What decides what a member may do. */
export interface Basis {
  role: RoleRow
  extra: readonly ExtraRow[]
  departmentIds: readonly string[]
}

/** A member with all that they hold: their role first, then what they have beside it at this moment. */
export interface HeldMember extends Basis, Holdings {
  id: string
  userId: string
  name: string
  email: string
  status: 'active' | 'deactivated'
  role: RoleRow & { id: string }
}

/** A row of `membersWithRights`. */
export function heldBy(row: MemberWithRights, catalogue: Catalogue): HeldMember {
  const { id, user_id: userId, name, email, status, role, department_ids: departmentIds } = row
  const extra = row.extra ?? []
  const holdings = holdingOf(role, extra, departmentIds, catalogue)
  return { id, userId, name, email, status, role, extra, departmentIds, ...holdings }
}

/** What they would hold with something of it changed. */
export function holdingWith(member: Basis, change: Partial<Basis>, catalogue: Catalogue): Holdings {
  const { role, extra, departmentIds } = { ...member, ...change }
  return holdingOf(role, extra, departmentIds, catalogue)
}

/** The same as the rules ask about it: before and after. */
export function changeOf(member: HeldMember, change: Partial<Basis>, catalogue: Catalogue): Change {
  return { before: member, after: holdingWith(member, change, catalogue), active: member.status === 'active' }
}

/** Everybody on the team, by name. */
export async function wholeTeam(tx: Tx, accountId: string, catalogue: Catalogue): Promise<HeldMember[]> {
  const rows = await membersWithRights(tx, accountId).orderBy('identity_user.name').orderBy('member.id').execute()
  return rows.map((row) => heldBy(row, catalogue))
}

/** Reads a member to act on. @throws NOT_FOUND */
export async function heldMember(
  tx: Tx,
  accountId: string,
  memberId: string,
  catalogue: Catalogue,
): Promise<HeldMember> {
  const [member] = await heldMembers(tx, accountId, [memberId], catalogue)
  return member ?? notFound()
}

/** Several at once: those of them that there are, in no order. */
export async function heldMembers(
  tx: Tx,
  accountId: string,
  memberIds: readonly string[],
  catalogue: Catalogue,
): Promise<HeldMember[]> {
  if (memberIds.length === 0) return []
  const rows = await membersWithRights(tx, accountId).where('member.id', 'in', memberIds).execute()
  return rows.map((row) => heldBy(row, catalogue))
}
