import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** A role as `decide` needs it. */
export interface RoleRow {
  name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
}

/** What a member holds beside their role at this moment: one permission, or what another role may do. */
export interface ExtraRow {
  permission: string | null
  role: RoleRow | null
  /** ISO time; null: for good. */
  ends_at: string | null
}

/** Who is asking, as the database has it at this moment: an active member, their role and their departments. */
export interface ActorRow {
  account_id: string
  member_id: string
  user_id: string
  name: string
  email: string
  role_id: string
  role_name: string
  preset: string | null
  permissions: string[]
  full_sections: string[]
  chat_scope: 'all' | 'departments' | 'mine'
  unassigned: boolean
  department_ids: string[]
  /** What the API token is limited to; null with a session. */
  token_permissions: string[] | null
  extra: ExtraRow[] | null
  /** The role that they look at the console through; null: none was asked for, or it has run out. */
  preview: RoleRow | null
}

/**
 * true, for a write: nobody's rights change in this account until the transaction ends, so the check made now still
 * holds when the write commits. 'team', for a change of rights itself (members' roles, roles, departments, tokens):
 * such changes take turns from before the check on, so that two of them never deadlock. false, for reading.
 */
export type Lock = boolean | 'team'

/** By the sha256 hex of the session's token. One round trip; enters the account. Expired session or deactivated member: undefined. */
export async function findActorBySession(
  tx: Kysely<Tables>,
  tokenHash: string,
  lock: Lock,
  preview: string | null = null,
): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select * from member_by_session_hash(${tokenHash}, ${mode(lock)}, ${preview}::uuid)`.execute(tx)
  return rows[0]
}

/** The same for an API token, of the whole of it, in the account that the token names. */
export async function findActorByToken(
  tx: Kysely<Tables>,
  accountId: string,
  tokenHash: string,
  lock: Lock,
): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select * from member_by_token(${accountId}::uuid, ${tokenHash}, ${mode(lock)})`.execute(tx)
  return rows[0]
}

const mode = (lock: Lock): string => (lock === 'team' ? 'team' : lock ? 'share' : 'none')
