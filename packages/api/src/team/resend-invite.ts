import type { InviteLink } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { count } from '../work/limits.ts'
import { fresh } from './invitation.ts'
import { openInvite } from './open-invite.ts'
import { says } from './says.ts'

const limit = { name: 'resend', max: 100, minutes: 60 }

/** Sends an invitation again, for seven more days, under the rights of whoever sends it. The old link is good no more. */
export const resendInvite = guard
  .may('team.invite', { lock: 'team' })
  .input(z.strictObject({ inviteId: id }))
  .mutation(async ({ ctx, input: { inviteId } }): Promise<InviteLink> => {
    const { invite, role } = await openInvite(ctx, 'resend', inviteId)
    await count({ db: ctx.tx }, limit, 'account', ctx.actor.accountId)
    const { columns, ...out } = fresh(ctx)
    await ctx.tx
      .updateTable('invite')
      .set(columns)
      .where('account_id', '=', ctx.actor.accountId)
      .where('id', '=', inviteId)
      .execute()
    const { email } = invite
    await ctx.audit(says.resendInvite, { kind: 'invite', id: inviteId }, { email, role: role.name })
    await ctx.emit(news('invites'))
    return { inviteId, ...out, mailed: await ctx.letter('invite', inviteId) }
  })
