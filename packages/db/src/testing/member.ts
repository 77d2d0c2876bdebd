import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../database.ts'

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
  const [userId, id] = [randomUUID(), randomUUID()]
  const email = `${who.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${userId.slice(0, 8)}@example.test`
  const name = `${who} Tester`
  const session = randomBytes(32).toString('base64url')
  const now = new Date()
  await tx.insertInto('identity_user').values({ id: userId, name, email, updated_at: now }).execute()
  await tx.insertInto('member').values({ account_id, id, user_id: userId, role_id: roleId }).execute()
  await tx
    .insertInto('identity_session')
    .values({
      id: randomUUID(),
      user_id: userId,
      account_id,
      token: session,
      expires_at: new Date(now.getTime() + 3_600_000),
      updated_at: now,
    })
    .execute()
  return { id, userId, name, email, roleId, session }
}
