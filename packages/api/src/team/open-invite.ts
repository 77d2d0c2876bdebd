import type { MemberContext } from '../guard/context.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { givable } from './invitation.ts'

/**
 * An invitation that is neither accepted nor revoked, and its role, where the caller may hand that out: whoever may not
 * make an invitation may not touch one either.
 */
export async function openInvite(ctx: MemberContext, inviteId: string) {
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
  return { invite, role: await givable(ctx, invite.role_id) }
}
