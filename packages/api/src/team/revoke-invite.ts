import { z } from 'zod'
import { guard } from '../guard.ts'
import { id } from '../rows/input.ts'
import { teamNews } from '../rows/team-news.ts'
import { openInvite } from './open-invite.ts'

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
    await ctx.audit('team.revokeInvite', { kind: 'invite', id: inviteId }, detail)
    await ctx.emit(teamNews('invites'))
    return { inviteId }
  })
