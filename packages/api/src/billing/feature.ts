import { feature } from '../guard/feature.ts'
import { guard } from '../guard/guard.ts'
import { router } from '../guard/trpc.ts'
import { changePlan } from './change-plan.ts'
import { operator } from './operator.ts'
import { plan } from './plan.ts'
import { previewPlan } from './preview-plan.ts'
import { says } from './says.ts'

/** The account's plan. */
export const billing = feature('billing', {
  router: router({ plan, previewPlan, changePlan }),
  audit: says,
  news: guard.news({ plan: ['billing.view', 'team.view', 'roles.view', 'audit.view'] }),
  operator,
})
