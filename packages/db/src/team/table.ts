import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface TeamTables {
  member: MemberTable
  invite: InviteTable
}

export interface MemberTable {
  account_id: string
  id: string
  user_id: string
  role_id: string
  status: Generated<'active' | 'deactivated'>
  /** Not named to visitors. */
  hidden: Generated<boolean>
  created_at: CreatedAt
}

export interface InviteTable {
  account_id: string
  id: string
  /** Lower case. Only somebody with this address can accept. */
  email: string
  role_id: string
  department_ids: Generated<string[]>
  /** Of the link that the inviter is shown and may pass on. */
  token_hash: string
  /** Of the link in the letter, which proves the mailbox. Null: no letter was written. */
  letter_hash: string | null
  /** Null once they have left the team: such an invitation is good for nothing. */
  invited_by: string | null
  expires_at: Instant
  accepted_at: Instant | null
  revoked_at: Instant | null
  created_at: CreatedAt
}
