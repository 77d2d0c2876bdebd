import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface IdentityTables {
  identity_user: UserTable
  identity_session: SessionTable
  identity_credential: CredentialTable
  identity_verification: VerificationTable
}

/** better-auth's tables, in our own migrations and under our own names (the api maps them). Not per account. */
export interface UserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  created_at: CreatedAt
  updated_at: Instant
}

export interface SessionTable {
  id: string
  user_id: string
  /** The account this session works in. */
  account_id: string | null
  /** As better-auth keeps it. */
  token: string
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
