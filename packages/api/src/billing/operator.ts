import { parsePlan, plans } from '@rolecall/permissions'
import { z } from 'zod'
import { order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { says } from './says.ts'
import { setPlan } from './set-plan.ts'

export const operator = {
  /** Gives the account another plan. */
  setPlan: order(z.strictObject({ plan: z.string() }), async (ctx, input) => {
    const { tx, accountId } = ctx
    const plan = parsePlan(input.plan)
    if (!plan) return refuse('INVALID_INPUT', `There is no plan ${input.plan}. There are: ${plans.join(', ')}.`)
    const { preview, done } = await setPlan(tx, accountId, plan)
    if (done) {
      await ctx.audit(says.changePlan, { kind: 'account', id: accountId }, done.detail)
      ctx.emit(...done.events)
    }
    return preview
  }),
}
