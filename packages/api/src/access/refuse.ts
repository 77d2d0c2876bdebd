import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news, sessionOf } from '../rows/news.ts'
import { decided } from './decided.ts'
import { reason } from './input.ts'
import { lockRequest } from './lock.ts'
import { says } from './says.ts'

/** Says no to a request, with an answer to whoever asked. */
export const refuse = guard
  .may('team.manage')
  .input(z.strictObject({ requestId: id, answer: reason }))
  .mutation(async ({ ctx, input: { requestId, answer } }): Promise<{ requestId: string }> => {
    const { tx, actor } = ctx
    const { permission, member_id, member_name: member } = await lockRequest(tx, actor.accountId, requestId)
    await decided(ctx, requestId, 'refused', answer || null)
    await ctx.letter('accessDecided', requestId)
    await ctx.audit(says.refuse, { kind: 'access_request', id: requestId }, { permission, member, answer })
    // Not their rights, but their page changes: it waits for the answer.
    await ctx.emit(sessionOf(member_id), news('requests'))
    return { requestId }
  })
