import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { sessionSeconds } from './cookie.ts'

/** Opens a session of a user in an account; the token goes into the cookie (`SessionCookie.set`). */
export async function openSession(tx: Tx, userId: string, accountId: string, ip: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = new Date()
  await tx
    .insertInto('identity_session')
    .values({
      id: randomUUID(),
      user_id: userId,
      account_id: accountId,
      token,
      expires_at: new Date(now.getTime() + sessionSeconds * 1000),
      ip_address: ip,
      updated_at: now,
    })
    .execute()
  return token
}
