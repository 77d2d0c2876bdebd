import { randomUUID } from 'node:crypto'
import { grantsOfRole, has } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { changeRole } from '../rows/change-role.ts'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { actingOf } from '../rows/may-act.ts'
import { mustBeGrantable } from '../rows/may-grant.ts'
import { heldMember } from '../rows/member.ts'
import { news, sessionOf } from '../rows/news.ts'
import type { Things } from '../work/history.ts'
import type { Given } from './says.ts'

export interface NewGrant {
  memberId: string
  /** Given by itself; with a role, what that role has to have. */
  permission: string | null
  roleId: string | null
  /** When it ends by itself; null: for good, which with a role puts it in the place of the member's own. */
  until: string | null
  reason: string
}

/** Which grant it became, null where the role itself was changed; and what the history should say. */
export interface AddedGrant {
  grantId: string | null
  detail: Given
  things: Things
}

/**
 * Gives a member access. The account's turn must be held (guard's `lock: 'team'`). Streams and consoles are told;
 * writing it down is left to the caller.
 */
export async function addGrant(ctx: MemberContext, grant: NewGrant): Promise<AddedGrant> {
  const { tx, actor, catalogue } = ctx
  const member = await heldMember(tx, actor.accountId, grant.memberId, catalogue)
  const { permission, until, reason } = grant
  if (grant.roleId === null) {
    await mustBeGrantable(actingOf(ctx), member, { permission, role: null, ends_at: until })
    const grantId = await store(ctx, grant)
    const detail = { member: member.name, permission, role: null, until, reason }
    return { grantId, detail, things: { grant: { kind: 'grant', id: grantId } } }
  }
  const role = await roleOf(ctx, grant.roleId)
  if (permission !== null && !has<string>(grantsOfRole(role, catalogue), permission))
    refuse('CONFLICT', `The role ${role.name} does not have what is asked for. Choose one that has it.`)
  const detail = { member: member.name, permission, role: role.name, until, reason }
  const things = { role: { kind: 'role', id: role.id } }
  if (until === null) {
    await replace(ctx, grant.memberId, role)
    const from = { kind: 'role', id: member.role.id }
    return { grantId: null, detail: { ...detail, from: member.role.name }, things: { ...things, from } }
  }
  await mustBeGrantable(actingOf(ctx), member, { permission: null, role, ends_at: until })
  mustBeOpen(await roleAllowance(tx, actor.accountId), role.id)
  const grantId = await store(ctx, { ...grant, permission: null })
  return { grantId, detail, things: { ...things, grant: { kind: 'grant', id: grantId } } }
}

async function store(ctx: MemberContext, { memberId, permission, roleId, until, reason }: NewGrant): Promise<string> {
  const { tx, actor } = ctx
  const id = randomUUID()
  await tx
    .insertInto('member_grant')
    .values({
      account_id: actor.accountId,
      id,
      member_id: memberId,
      permission,
      role_id: roleId,
      reason,
      given_by: actor.memberId,
      given_name: actor.name,
      ends_at: until,
    })
    .execute()
  if (until !== null) await ctx.due(new Date(until))
  await ctx.emit(sessionOf(memberId), members)
  return id
}

async function replace(ctx: MemberContext, memberId: string, role: { id: string; name: string }): Promise<void> {
  const changed = await changeRole(actingOf(ctx), { memberId, roleId: role.id })
  if (!changed) return refuse('CONFLICT', `They have the role ${role.name} already.`)
  await ctx.emit(changed.event, members)
}

const members = news('members')

async function roleOf({ tx, actor }: MemberContext, roleId: string) {
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', actor.accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  return role ?? notFound()
}
