import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import { hashed } from './hashed.ts'

export interface SeededMember {
  id: string
  userId: string
  name: string
  email: string
  roleId: string
  /** The token that the cookie signs. Its `hashed` is what stands in identity_session and findActorBySession takes. */
  session: string
}

/** A further member, signed in: `who` becomes their name and, made unique, their address. */
export async function addMember(tx: Tx, account_id: string, roleId: string, who: string): Promise<SeededMember> {
  const [member] = await addMembers(tx, account_id, [[who, roleId]])
  return member as SeededMember
}

/** Several of them, each as who they are and the id of their role, in three statements. */
export async function addMembers(tx: Tx, account_id: string, people: [string, string][]): Promise<SeededMember[]> {
  const now = new Date()
  const expires_at = new Date(now.getTime() + 3_600_000)
  const members = people.map(([who, roleId]) => newMember(who, roleId))
  await tx
    .insertInto('identity_user')
    .values(members.map(({ userId: id, name, email }) => ({ id, name, email, confirmed_at: now, updated_at: now })))
    .execute()
  await tx
    .insertInto('member')
    .values(members.map(({ id, userId: user_id, roleId: role_id }) => ({ account_id, id, user_id, role_id })))
    .execute()
  await tx
    .insertInto('identity_session')
    .values(
      members.map(({ userId: user_id, session }) => ({
        ...{ id: randomUUID(), user_id, account_id, expires_at, updated_at: now },
        token_hash: hashed(session),
      })),
    )
    .execute()
  return members
}

function newMember(who: string, roleId: string): SeededMember {
  const [userId, id] = [randomUUID(), randomUUID()]
  const email = `${who.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${userId.slice(0, 8)}@example.test`
  return { id, userId, name: `${who} Tester`, email, roleId, session: randomBytes(32).toString('base64url') }
}
