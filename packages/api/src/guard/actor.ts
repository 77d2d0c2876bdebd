import { type ActorRow, findActorBySession, findActorByToken, type Lock, type RoleRow, type Tx } from '@rolecall/db'
import {
  type Asker,
  type Catalogue,
  type ChatScope,
  closeUpwards,
  coversScope,
  type Grants,
  grantsOf,
  grantsOfRole,
  union,
  widerScope,
} from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'

/** What a request carries to say who it comes from. Only hashes of tokens and visitor secrets go further than the door. */
export type Credential =
  | { kind: 'none' }
  /** `preview`: the role that this page looks through (roles.preview). */
  | { kind: 'session'; token: string; preview?: string }
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
  /** What they may do now: what the role grants, and what they were given beside it. A token narrows it: see `token`. */
  grants: Grants
  chatScope: ChatScope
  departmentIds: readonly string[]
  /** What the API token in use was minted with; in a preview what the member holds themselves; null with a plain session. */
  token: Grants | null
  /** What the role alone grants. What is held beside it is not handed on: it could outlive its end in other hands. */
  lasting: { grants: Grants; scope: ChatScope }
  /** Beside the role: access for a while, or for good. */
  extra: readonly Extra[]
  /** The name of the role that they look through: nothing is changed meanwhile. */
  preview: string | null
}

/** One more permission, or what another role may do. */
export interface Extra {
  permission: string | null
  role: string | null
  /** ISO time; null: for good. */
  endsAt: string | null
}

/** `catalogue` is the house's own, siblings' sections included; a name in it sits at the same bit as in ours. */
export function actorOf(row: ActorRow, catalogue: Catalogue): Actor {
  const lasting = { grants: grantsOfRole(row, catalogue) as Grants, scope: scopeIn(row) }
  const extra = row.extra ?? []
  const held = extra.reduce((sum, { permission, role }) => {
    // One permission more opens no chat that the role does not see.
    if (!role) return { ...sum, grants: union(sum.grants, named([permission ?? ''], catalogue)) }
    return { grants: union(sum.grants, grantsIn(role, catalogue)), scope: widerScope(sum.scope, scopeIn(role)) }
  }, lasting)
  const actor: Actor = {
    accountId: row.account_id,
    memberId: row.member_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: { id: row.role_id, name: row.role_name, custom: row.preset === null },
    grants: held.grants,
    chatScope: held.scope,
    departmentIds: row.department_ids,
    token: row.token_permissions && (grantsOf<string>(row.token_permissions, catalogue.bits) as Grants),
    lasting,
    extra: extra.map(({ permission, role, ends_at }) => ({ permission, role: role?.name ?? null, endsAt: ends_at })),
    preview: null,
  }
  return row.preview ? lookingThrough(actor, row.preview, catalogue) : actor
}

/**
 * The same member as a holder of another role would be treated, within what they may do and see themselves: as a token
 * narrows a role, so what they hold narrows what they look at.
 */
function lookingThrough(actor: Actor, role: RoleRow, catalogue: Catalogue): Actor {
  const [grants, scope] = [grantsIn(role, catalogue), scopeIn(role)]
  return {
    ...actor,
    role: { id: actor.role.id, name: role.name, custom: role.preset === null },
    grants,
    chatScope: coversScope(actor.chatScope, scope) ? scope : actor.chatScope,
    token: actor.grants,
    lasting: { grants, scope },
    extra: [],
    preview: role.name,
  }
}

const scopeIn = ({ chat_scope, unassigned }: Pick<RoleRow, 'chat_scope' | 'unassigned'>): ChatScope => ({
  chats: chat_scope,
  unassigned,
})
const grantsIn = (role: RoleRow, catalogue: Catalogue) => grantsOfRole(role, catalogue) as Grants
const named = (names: string[], catalogue: Catalogue) =>
  closeUpwards<string>(grantsOf<string>(names, catalogue.bits)) as Grants

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
  if (credential.kind === 'token') {
    const row = await findActorByToken(tx, credential.accountId, credential.hash, lock)
    return row && actorOf(row, catalogue)
  }
  if (credential.kind !== 'session') return undefined
  const row = await findActorBySession(tx, credential.token, lock, credential.preview)
  if (row && credential.preview !== undefined && !row.preview) {
    refuse('PREVIEW', 'This preview has ended. Leave it, and start another one from the role.')
  }
  return row && actorOf(row, catalogue)
}
