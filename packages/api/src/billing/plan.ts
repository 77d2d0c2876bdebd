import { customRoleLimit, plans } from '@rolecall/permissions'
import type { BillingPlan } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { nothing } from '../rows/input.ts'
import { roleAllowance } from '../rows/locked-roles.ts'

/** The account's plan, and what each plan says of custom roles. */
export const plan = guard
  .may('billing.view')
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<BillingPlan> => {
    const { plan, used } = await roleAllowance(tx, actor.accountId)
    return {
      plan,
      plans: plans.map((plan) => ({ plan, allowed: allowedBy(customRoleLimit(plan)) })),
      used,
      mayChange: may(actor, 'billing.plan'),
    }
  })

/** JSON has no infinity. */
const allowedBy = (limit: number): number | null => (Number.isFinite(limit) ? limit : null)
