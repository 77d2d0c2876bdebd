import type { Plan } from '@rolecall/permissions'
import { sentences } from '../work/history.ts'

export interface PlanChanged {
  from: Plan
  to: Plan
  /** Names of the custom roles that this locks, and that it opens again. */
  locks: string[]
  unlocks: string[]
}

export const says = sentences('billing', {
  changePlan: (d: PlanChanged) => `Changed the plan from ${d.from} to ${d.to}`,
})
