import { type ActorRow, findActorBySession, findActorByToken, type Lock, type Tx } from '@rolecall/db'
import { type Asker, type Catalogue, type ChatScope, type Grants, grantsOf, grantsOfRole } from '@rolecall/permissions'

/** What a request carries to say who it comes from. Only hashes of tokens and visitor secrets go further than the door. */
export type Credential =
  | { kind: 'none' }
  | { kind: 'session'; token: string }
  | { kind: 'token'; accountId: string; hash: string }
  | { kind: 'visitor'; accountId: string; hash: string }

/** A member, as the database has them at this moment: who they are, their role's grants, and a token's narrower ones. */
export interface Actor {
  accountId: string
  memberId: string
  userId: string
  name: string
  email: string
  role: { id: string; name: string; custom: boolean }
  /** What the role grants. An API token narrows it further: see `token`. */
  grants: Grants
  chatScope: ChatScope
  departmentIds: readonly string[]
  /** What the API token in use was minted with; null with a session. */
  token: Grants | null
}

/** `catalogue` is the house's own, siblings' sections included; a name in it sits at the same bit as in ours. */
export function actorOf(row: ActorRow, catalogue: Catalogue): Actor {
  return {
    accountId: row.account_id,
    memberId: row.member_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: { id: row.role_id, name: row.role_name, custom: row.preset === null },
    grants: grantsOfRole(row, catalogue) as Grants,
    chatScope: { chats: row.chat_scope, unassigned: row.unassigned },
    departmentIds: row.department_ids,
    token: row.token_permissions && (grantsOf<string>(row.token_permissions, catalogue.bits) as Grants),
  }
}

/** The actor as `decide` asks for them. */
export const askerOf = (actor: Actor): Asker => ({
  grants: actor.grants,
  role: actor.role.name,
  scope: actor.chatScope,
  token: actor.token,
})

/**
 * Reads who is calling, in one round trip, and enters their account for the rest of the transaction.
 * undefined: nobody (expired, signed out, deactivated, unknown).
 */
export async function readActor(
  tx: Tx,
  catalogue: Catalogue,
  credential: Credential,
  lock: Lock,
): Promise<Actor | undefined> {
  const row =
    credential.kind === 'session'
      ? await findActorBySession(tx, credential.token, lock)
      : credential.kind === 'token'
        ? await findActorByToken(tx, credential.accountId, credential.hash, lock)
        : undefined
  return row && actorOf(row, catalogue)
}
