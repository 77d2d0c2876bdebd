import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { openInvite } from './open-invite.ts'
import { says } from './says.ts'

/** Takes an invitation back: its link is good no more. */
export const revokeInvite = guard
  .may('team.invite', { lock: 'team' })
  .input(z.strictObject({ inviteId: id }))
  .mutation(async ({ ctx, input: { inviteId } }) => {
    const { invite, role } = await openInvite(ctx, 'revoke', inviteId)
    await ctx.tx
      .updateTable('invite')
      .set({ revoked_at: new Date() })
      .where('account_id', '=', ctx.actor.accountId)
      .where('id', '=', inviteId)
      .execute()
    const detail = { email: invite.email, role: role.name }
    await ctx.audit(says.revokeInvite, { kind: 'invite', id: inviteId }, detail)
    await ctx.emit(news('invites'))
    return { inviteId }
  })
