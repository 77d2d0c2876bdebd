import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { news } from '../rows/news.ts'
import { hide } from './hide.ts'
import { says } from './says.ts'

/** Whether visitors are told that oneself is on the team is one's own to say. */
export const showMe = guard
  .member()
  .input(z.strictObject({ hidden: z.boolean() }))
  .mutation(async ({ ctx, input: { hidden } }): Promise<{ hidden: boolean }> => {
    const { memberId } = ctx.actor
    if (await hide(ctx, memberId, hidden)) {
      await ctx.audit(says.showMe, { kind: 'member', id: memberId }, { hidden })
      await ctx.emit(news('members'))
    }
    return { hidden }
  })
