import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface IdentityTables {
  identity_user: UserTable
  identity_session: SessionTable
  identity_credential: CredentialTable
  identity_verification: VerificationTable
}

/** better-auth's tables, in our own migrations and under our own names (the api maps them), and what is ours about a login. */
export interface UserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  /** The only account that this login is good in. Null: its address is confirmed, and it is good everywhere. */
  account_id: string | null
  /** When a letter to its address was opened. */
  confirmed_at: Instant | null
  created_at: CreatedAt
  updated_at: Instant
}

export interface SessionTable {
  id: string
  user_id: string
  /** The account this session works in. */
  account_id: string | null
  /** sha256 hex of the token, which the cookie alone holds. */
  token_hash: string
  expires_at: Instant
  ip_address: string | null
  user_agent: string | null
  created_at: CreatedAt
  updated_at: Instant
}

export interface CredentialTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Instant | null
  refresh_token_expires_at: Instant | null
  scope: string | null
  password: string | null
  created_at: CreatedAt
  updated_at: Instant
}

export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Instant
  created_at: CreatedAt
  updated_at: Instant
}
