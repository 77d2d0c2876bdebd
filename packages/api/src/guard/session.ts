import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { enterAccount, rightsTurn, type Tx } from '@rolecall/db'
import { recordOwn, type Sentence } from '../work/history.ts'
import { sessionSeconds } from './cookie.ts'

/** What is kept of a session's token: whoever reads the database signs nobody in. */
export const hashOfSession = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface Opening {
  userId: string
  accountId: string
  /** The hash that a password was found to match, before this transaction. Null: nothing was verified before it. */
  verified: string | null
  ip: string
  /** What the history says of it; left out where whatever opens it has a sentence of its own. */
  sentence?: Sentence<Record<string, never>>
}

/**
 * Opens a session of a login in an account; the token goes into the cookie (`SessionCookie.set`). Verifying takes long
 * and holds nothing, so what was verified is compared once more while the login is held: a password that was changed, or
 * a member who was shut out, since then is found here, and a change that comes later finds this session and ends it.
 * null: it is not so any more. Enters the account.
 */
export async function openSession(
  tx: Tx,
  { userId, accountId, verified, ip, sentence }: Opening,
): Promise<string | null> {
  await enterAccount(tx, accountId)
  await rightsTurn(tx, accountId)
  const login = await holdLogin(tx, userId)
  if (!login || (verified !== null && login.password !== verified)) return null
  const member = await tx
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', accountId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!member) return null
  const token = randomBytes(32).toString('base64url')
  const now = new Date()
  const expires_at = new Date(now.getTime() + sessionSeconds * 1000)
  await forgetEnded(tx, userId, now)
  await tx
    .insertInto('identity_session')
    .values({
      ...{ id: randomUUID(), user_id: userId, account_id: accountId, token_hash: hashOfSession(token) },
      ...{ expires_at, ip_address: ip, updated_at: now },
    })
    .execute()
  if (sentence) await recordOwn(tx, accountId, { id: member.id, name: login.name, ip }, sentence, {})
  return token
}

/** The login and its password's hash, which nobody changes until the transaction ends. */
export async function holdLogin(tx: Tx, userId: string) {
  // Its row first: who sets a first password holds it too. What was committed meanwhile shows in the next statement.
  await tx.selectFrom('identity_user').select('id').where('id', '=', userId).forNoKeyUpdate().execute()
  return tx
    .selectFrom('identity_user')
    .leftJoin('identity_credential', (join) =>
      join
        .onRef('identity_credential.user_id', '=', 'identity_user.id')
        .on('identity_credential.provider_id', '=', 'credential'),
    )
    .select(['identity_user.id', 'identity_user.account_id', 'identity_user.email', 'identity_user.name'])
    .select('identity_credential.password')
    .where('identity_user.id', '=', userId)
    .executeTakeFirst()
}

/** Sessions that ran out stay until their owner comes back. */
const forgetEnded = (tx: Tx, userId: string, now: Date) =>
  tx.deleteFrom('identity_session').where('user_id', '=', userId).where('expires_at', '<', now).execute()
