import type { Invitation } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { inviteToken } from '../rows/invite-token.ts'
import { loginsOf } from '../rows/login.ts'
import { openInvitation } from './open.ts'

const limit = { name: 'join', max: 60, minutes: 15 }

/** What an invitation says to whoever holds its link: of other accounts nothing, whoever asks. */
export const state = guard
  .anyone('is opened by the link of an invitation', limit)
  .input(z.strictObject({ token: inviteToken }))
  .query(async ({ ctx, input: { token } }): Promise<Invitation> => {
    const { accountId, invite, role, inviter, proven } = await openInvitation(ctx, token)
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
      known: (await loginsOf(ctx.tx, invite.email)).some((login) => login.accountId === accountId),
      letter: proven,
    }
  })
