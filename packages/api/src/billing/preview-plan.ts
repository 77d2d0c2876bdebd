import type { PlanPreview } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { comparePlans } from './compare.ts'
import { input } from './input.ts'

/** What another plan would mean for the custom roles, before it is chosen. */
export const previewPlan = guard
  .may('billing.plan')
  .input(input)
  .query(({ ctx: { tx, actor }, input: { plan } }): Promise<PlanPreview> => comparePlans(tx, actor.accountId, plan))
