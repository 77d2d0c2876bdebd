import type { Generated } from 'kysely'
import type { CreatedAt } from '../column.ts'

export interface AccountTable {
  id: string
  name: string
  plan: 'basic' | 'pro' | 'unlimited'
  /** The switch "Our team is online". */
  online: Generated<boolean>
  /** The switch "Widget is shown". */
  widget_shown: Generated<boolean>
  color: Generated<string>
  greeting: Generated<string>
  time_zone: Generated<string>
  /** Labelled demo data: the demo page signs people in here. */
  demo: Generated<boolean>
  created_at: CreatedAt
}

/** One hot little row per account: the id of its newest event. Updating it is what puts an account's commits in order. */
export interface ClockTable {
  account_id: string
  /** Events are dense from 1, in commit order. */
  now: Generated<number>
}
