import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { says } from './says.ts'

/** Ends a token that acts for oneself, with the streams that it opened. */
export const revoke = guard
  .member({ lock: 'team' })
  .input(z.strictObject({ tokenId: id }))
  .mutation(async ({ ctx, input: { tokenId } }): Promise<{ tokenId: string }> => {
    const { tx, actor } = ctx
    const gone = await tx
      .deleteFrom('api_token')
      .where('account_id', '=', actor.accountId)
      .where('member_id', '=', actor.memberId)
      .where('id', '=', tokenId)
      .returning('name')
      .executeTakeFirst()
    if (!gone) return notFound()
    await ctx.audit(says.revoke, { kind: 'api_token', id: tokenId }, { name: gone.name })
    await ctx.emit({ type: 'session', member_id: actor.memberId, data: { type: 'session' } })
    return { tokenId }
  })
