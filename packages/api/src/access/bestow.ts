import { randomUUID } from 'node:crypto'
import { grantsOfRole, has } from '@rolecall/permissions'
import type { MemberContext } from '../context.ts'
import { notFound, refuse } from '../errors.ts'
import { changeRole } from '../rows/change-role.ts'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { actingOf } from '../rows/may-act.ts'
import { heldMember } from '../rows/member.ts'
import { mustGive } from './gift.ts'

export interface Gift {
  memberId: string
  /** Given by itself; with a role, what that role has to have. */
  permission: string | null
  roleId: string | null
  /** When it ends by itself; null: for good, which with a role puts it in the place of the member's own. */
  until: string | null
  reason: string
}

/** Which grant it became, null where the role itself was changed; and what the history should say. */
export interface Given {
  grantId: string | null
  detail: Record<string, string | null>
}

/**
 * Gives a member access. The account's turn must be held (guard's `lock: 'team'`). Streams and consoles are told;
 * writing it down is left to the caller.
 */
export async function bestow(ctx: MemberContext, gift: Gift): Promise<Given> {
  const { tx, actor, catalogue } = ctx
  const member = await heldMember(tx, actor.accountId, gift.memberId, catalogue)
  const { permission, until, reason } = gift
  if (gift.roleId === null) {
    await mustGive(actingOf(ctx), member, { permission, role: null, ends_at: until })
    const grantId = await store(ctx, gift)
    return { grantId, detail: { member: member.name, permission, role: null, until, reason } }
  }
  const role = await roleOf(ctx, gift.roleId)
  if (permission !== null && !has<string>(grantsOfRole(role, catalogue), permission))
    refuse('CONFLICT', `The role ${role.name} does not have what is asked for. Choose one that has it.`)
  const detail = { member: member.name, permission, role: role.name, until, reason }
  if (until === null) {
    await replace(ctx, gift.memberId, role)
    return { grantId: null, detail: { ...detail, from: member.role.name } }
  }
  await mustGive(actingOf(ctx), member, { permission: null, role, ends_at: until })
  mustBeOpen(await roleAllowance(tx, actor.accountId), role.id)
  return { grantId: await store(ctx, { ...gift, permission: null }), detail }
}

async function store(ctx: MemberContext, { memberId, permission, roleId, until, reason }: Gift): Promise<string> {
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
  if (until !== null) await ctx.alarm(new Date(until))
  await ctx.emit({ type: 'session', member_id: memberId, data: { type: 'session' } }, members)
  return id
}

async function replace(ctx: MemberContext, memberId: string, role: { id: string; name: string }): Promise<void> {
  const changed = await changeRole(actingOf(ctx), memberId, role.id)
  if (!changed) return refuse('CONFLICT', `They have the role ${role.name} already.`)
  await ctx.emit(changed.event, members)
}

const members = { type: 'team', data: { type: 'team', what: 'members' } } as const

async function roleOf({ tx, actor }: MemberContext, roleId: string) {
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', actor.accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  return role ?? notFound()
}
