import type { CreatedAt, Instant } from '../column.ts'

export interface ApiTokensTables {
  api_token: ApiTokenTable
}

export interface ApiTokenTable {
  account_id: string
  id: string
  member_id: string
  name: string
  token_hash: string
  /** First characters, to recognise it by. */
  hint: string
  permissions: string[]
  expires_at: Instant | null
  last_used_at: Instant | null
  created_at: CreatedAt
}
