import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface InviteTable {
  account_id: string
  id: string
  /** Lower case. Only somebody with this address can accept. */
  email: string
  role_id: string
  department_ids: Generated<string[]>
  token_hash: string
  /** Null once they have left the team: such an invitation is good for nothing. */
  invited_by: string | null
  expires_at: Instant
  accepted_at: Instant | null
  revoked_at: Instant | null
  created_at: CreatedAt
}

/** A role as it was after each change: version 1 is how it was made. Append-only; outlives the role. */
export interface RoleVersionTable {
  account_id: string
  role_id: string
  version: number
  name: string
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  /** Member id; null: the operator. */
  by_id: string | null
  by_name: string
  at: CreatedAt
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

/** When a member last made use of a permission, to the day. */
export interface PermissionUseTable {
  account_id: string
  member_id: string
  permission: string
  last_used_at: Instant
}

/** A role, saved or not, that a member looks at the console through. */
export interface RolePreviewTable {
  account_id: string
  id: string
  member_id: string
  name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  expires_at: Instant
  created_at: CreatedAt
}
