import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { decided } from './decided.ts'
import { lockRequest } from './lock.ts'
import { says } from './says.ts'

/** Takes one's own request back, while it is open. */
export const withdraw = guard
  .member()
  .input(z.strictObject({ requestId: id }))
  .mutation(async ({ ctx, input: { requestId } }): Promise<{ requestId: string }> => {
    const { tx, actor } = ctx
    const own = await tx
      .selectFrom('access_request')
      .select('id')
      .where('account_id', '=', actor.accountId)
      .where('id', '=', requestId)
      .where('member_id', '=', actor.memberId)
      .executeTakeFirst()
    if (!own) return notFound()
    const { permission } = await lockRequest(tx, actor.accountId, requestId)
    await decided(ctx, requestId, 'withdrawn', null)
    await ctx.audit(says.withdraw, { kind: 'access_request', id: requestId }, { permission })
    await ctx.emit(news('requests'))
    return { requestId }
  })
