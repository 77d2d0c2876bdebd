import type { Generated } from 'kysely'
import type { Instant } from '../column.ts'

export interface AlarmsTables {
  alarm: AlarmTable
}

/** When somebody has to look after an account, such as that access for a while has run out. Says nothing of what it is. */
export interface AlarmTable {
  id: Generated<string>
  account_id: string
  at: Instant
}
