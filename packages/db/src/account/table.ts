import type { Generated } from 'kysely'
import type { CreatedAt } from '../column.ts'

export interface AccountTables {
  account: AccountTable
}

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
