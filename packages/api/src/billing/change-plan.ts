import type { PlanPreview } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { input } from './input.ts'
import { says } from './says.ts'
import { setPlan } from './set-plan.ts'

/** Changes the plan, up or down. Nobody's access changes with it. */
export const changePlan = guard
  .may('billing.plan', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { plan } }): Promise<PlanPreview> => {
    const { accountId } = ctx.actor
    const { preview, done } = await setPlan(ctx.tx, accountId, plan)
    if (done) {
      await ctx.audit(says.changePlan, { kind: 'account', id: accountId }, done.detail)
      await ctx.emit(...done.events)
    }
    return preview
  })
