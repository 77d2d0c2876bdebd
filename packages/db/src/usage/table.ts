import type { Instant } from '../column.ts'

export interface UsageTables {
  permission_use: PermissionUseTable
}

/** When a member last made use of a permission, to the day. */
export interface PermissionUseTable {
  account_id: string
  member_id: string
  permission: string
  last_used_at: Instant
}
