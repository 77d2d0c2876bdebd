import { router } from '../guard/trpc.ts'
import { changePlan } from './change-plan.ts'
import { plan } from './plan.ts'
import { previewPlan } from './preview-plan.ts'

/** The account's plan. */
export const billing = router({ plan, previewPlan, changePlan })
