import type { Lines } from './line.ts'

export const billing: Lines<'billing'> = {
  plan: { who: 'billing.view', method: 'GET' },
  previewPlan: { who: 'billing.plan', method: 'GET', input: () => ({ plan: 'pro' }) },
  changePlan: { who: 'billing.plan', method: 'POST', input: () => ({ plan: 'unlimited' }) },
}
