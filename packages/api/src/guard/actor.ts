import { type ActorRow, findActorBySession, findActorByToken, type Lock, type PreviewRow, type Tx } from '@rolecall/db'
import { type Asker, type Catalogue, type Grants, grantsOf, type Holding, holdingOf } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'

/** What a request carries to say who it comes from. Only hashes of tokens and visitor secrets go further than the door. */
export type Credential =
  | { kind: 'none' }
  /** `preview`: the role that this page looks through (roles.preview). `member`: whom the page that calls was made for. */
  | { kind: 'session'; hash: string; preview?: string; member?: string }
  | { kind: 'token'; accountId: string; hash: string }
  | { kind: 'visitor'; accountId: string; hash: string }

/** A member, as the database has them at this moment: who they are, and all that they hold. A token narrows it: `token`. */
export interface Actor {
  accountId: string
  memberId: string
  userId: string
  name: string
  email: string
  role: { id: string; name: string; custom: boolean }
  /** What they may do and see at this moment. */
  now: Holding
  /** What of it they hold for good. The rest is not handed on: it could outlive its end in other hands. */
  lasting: Holding
  departmentIds: readonly string[]
  /** What the API token in use was minted with; in a preview what the member holds themselves; null with a plain session. */
  token: Grants | null
  /** Beside the role: access for a while, or for good. */
  extra: readonly Extra[]
  /** As whom they look at it, in words: nothing is changed meanwhile. */
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
  const extra = row.extra ?? []
  const actor: Actor = {
    accountId: row.account_id,
    memberId: row.member_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: { id: row.role_id, name: row.role_name, custom: row.preset === null },
    ...holdingOf(row, extra, row.department_ids, catalogue),
    departmentIds: row.department_ids,
    token: row.token_permissions && (grantsOf<string>(row.token_permissions, catalogue.bits) as Grants),
    extra: extra.map(({ permission, role, ends_at }) => ({ permission, role: role?.name ?? null, endsAt: ends_at })),
    preview: null,
  }
  return row.preview ? lookingThrough(actor, row.preview, catalogue) : actor
}

/**
 * The same member as somebody would be treated who holds what they look through, within what they may do and see themselves:
 * what they hold narrows what they look at, as a token narrows a role. They stay themselves: what is "mine" is their own.
 */
function lookingThrough(actor: Actor, role: PreviewRow, catalogue: Catalogue): Actor {
  const departmentIds = role.department_ids ?? actor.departmentIds
  const seen = actor.now.meet(holdingOf(role, role.extra ?? [], departmentIds, catalogue).now)
  return {
    ...actor,
    departmentIds,
    role: { id: actor.role.id, name: role.name, custom: role.preset === null },
    now: seen,
    lasting: seen,
    token: actor.now.grants,
    extra: [],
    preview: role.label,
  }
}

/** The actor as `decide` asks for them. */
export const askerOf = ({ now, role, token }: Actor): Asker => ({
  grants: now.grants,
  reach: now.reach,
  role: role.name,
  token,
})

/** What they may hand on, and measure others by: for good, and within an API token. */
export const handsOn = ({ lasting, token }: Actor): Holding => lasting.within(token)

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
  const row = await findActorBySession(tx, credential.hash, lock, credential.preview)
  if (row && credential.member !== undefined && credential.member !== row.member_id) {
    refuse(
      'OTHER_MEMBER',
      `You are signed in as ${row.name} here now, and this page is somebody else’s. Nothing was changed; load it again, or sign in again.`,
    )
  }
  if (row && credential.preview !== undefined && !row.preview) {
    refuse('PREVIEW', 'This preview has ended. Leave it, and start another one from the role.')
  }
  return row && actorOf(row, catalogue)
}
