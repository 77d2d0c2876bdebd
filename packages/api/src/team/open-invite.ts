import type { MemberContext } from '../context.ts'
import { notFound, refuse } from '../errors.ts'
import { departmentsThatAre } from '../rows/departments.ts'
import { offered } from './invitation.ts'

/**
 * An invitation that is neither accepted nor revoked, and its role, where the caller may hand out what it gives: to send
 * it again is to make it, and to take it back asks for the permissions alone.
 */
export async function openInvite(ctx: MemberContext, act: 'resend' | 'revoke', inviteId: string) {
  const invite = await ctx.tx
    .selectFrom('invite')
    .selectAll()
    .where('account_id', '=', ctx.actor.accountId)
    .where('id', '=', inviteId)
    .forUpdate()
    .executeTakeFirst()
  if (!invite) return notFound()
  if (invite.accepted_at) refuse('CONFLICT', 'This invitation was accepted already.')
  if (invite.revoked_at) refuse('CONFLICT', 'This invitation was taken back already. Make a new one.')
  const departmentIds = await departmentsThatAre(ctx.tx, ctx.actor.accountId, invite.department_ids)
  return { invite, role: await offered(ctx, act, { roleId: invite.role_id, departmentIds }) }
}
