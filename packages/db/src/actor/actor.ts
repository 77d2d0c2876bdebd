import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ActorRow } from './row.ts'

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
