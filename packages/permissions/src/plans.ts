export const plans = ['basic', 'pro', 'unlimited'] as const

export type Plan = (typeof plans)[number]

/** How many custom roles an account may have: none, one, or `Infinity` (product.md, section 1). */
export function customRoleLimit(plan: Plan): number {
  if (plan === 'unlimited') return Number.POSITIVE_INFINITY
  return plan === 'pro' ? 1 : 0
}
