import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface AccessTables {
  member_grant: MemberGrantTable
  access_request: AccessRequestTable
}

/** What a member may do beside their role: one more permission, or what another role may do; exactly one of the two. */
export interface MemberGrantTable {
  account_id: string
  id: string
  member_id: string
  permission: string | null
  role_id: string | null
  reason: Generated<string>
  given_by: string | null
  given_name: string
  /** null: for good. What has run out counts for nothing, whether ended_at is set or not. */
  ends_at: Instant | null
  ended_at: Instant | null
  created_at: CreatedAt
}

export interface AccessRequestTable {
  account_id: string
  id: string
  member_id: string
  permission: string
  reason: string
  status: Generated<'open' | 'granted' | 'refused' | 'withdrawn'>
  decided_by: string | null
  decided_name: string | null
  decided_at: Instant | null
  answer: string | null
  created_at: CreatedAt
}
