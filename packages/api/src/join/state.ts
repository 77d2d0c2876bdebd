import type { Invitation } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { inviteToken } from '../rows/invite-token.ts'
import { knownUser } from './known-user.ts'
import { openInvitation } from './open.ts'

const limit = { name: 'join', max: 60, minutes: 15 }

/** What an invitation says to whoever holds its link. */
export const state = guard
  .anyone('is opened by the link of an invitation', limit)
  .input(z.strictObject({ token: inviteToken }))
  .query(async ({ ctx, input: { token } }): Promise<Invitation> => {
    const { accountId, invite, role, inviter } = await openInvitation(ctx, token)
    const account = await ctx.tx
      .selectFrom('account')
      .select('name')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    return {
      account: account.name,
      role: role.name,
      email: invite.email,
      by: inviter.name,
      until: invite.expires_at.toISOString(),
      known: (await knownUser(ctx.tx, invite.email)) !== undefined,
    }
  })
