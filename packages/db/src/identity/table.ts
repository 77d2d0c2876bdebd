import type { Generated } from 'kysely'
import type { CreatedAt, Instant, Json } from '../column.ts'

/** better-auth's tables, in our own migrations and under our own names (identity.ts maps them). Not per account. */
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

/** Guesses counted per key and window (sign-in, reset, set-up, visitor start). */
export interface AttemptTable {
  /** 'sign-in:email:<hash>', 'sign-in:ip:<hash>' … */
  key: string
  count: number
  window_ends_at: Instant
}

/** One row per server-wide fact: set-up link's hash, demo flag … */
export interface SettingTable {
  key: string
  value: Json<unknown>
}

/** When somebody has to look after an account, such as that access for a while has run out. Says nothing of what it is. */
export interface AlarmTable {
  id: Generated<string>
  account_id: string
  at: Instant
}
