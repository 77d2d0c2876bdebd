import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'

export interface SeededMember {
  id: string
  userId: string
  name: string
  email: string
  roleId: string
  /** As identity_session.token holds it: what findActorBySession takes, and what the cookie signs. */
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
    .values(members.map(({ userId: id, name, email }) => ({ id, name, email, updated_at: now })))
    .execute()
  await tx
    .insertInto('member')
    .values(members.map(({ id, userId: user_id, roleId: role_id }) => ({ account_id, id, user_id, role_id })))
    .execute()
  await tx
    .insertInto('identity_session')
    .values(
      members.map(({ userId: user_id, session: token }) => ({
        ...{ id: randomUUID(), user_id, account_id, token, expires_at, updated_at: now },
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
