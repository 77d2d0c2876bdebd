import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import { verifyPassword } from '../work/password.ts'

export interface Login {
  id: string
  name: string
  /** The only account that it is good in; null: its address is confirmed, and it is good everywhere. */
  accountId: string | null
  /** The hash. Null: none was set. */
  password: string | null
}

/** Every login with this address: people are told apart by what they know, not by what they are called. */
export const loginsOf = (db: Database['db'], email: string): Promise<Login[]> =>
  db
    .selectFrom('identity_user')
    .leftJoin('identity_credential', (join) =>
      join
        .onRef('identity_credential.user_id', '=', 'identity_user.id')
        .on('identity_credential.provider_id', '=', 'credential'),
    )
    .select(['identity_user.id', 'identity_user.name', 'identity_user.account_id as accountId'])
    .select('identity_credential.password')
    .where(sql`lower(identity_user.email)`, '=', email.toLowerCase())
    .orderBy('identity_user.created_at')
    .orderBy('identity_user.id')
    .execute()

/** Those whose password this is. It takes as long where there is nobody. */
export async function whoseIs(logins: readonly Login[], password: string): Promise<Login[]> {
  if (logins.length === 0) await verifyPassword(nobodys, password)
  const right = await Promise.all(
    logins.map(({ password: stored }) => verifyPassword(stored ?? nobodys, password).then((same) => same && stored)),
  )
  return logins.filter((_, n) => right[n])
}

/** Of a password that was thrown away, at the cost of ours. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$mDd/H5kLXbOb3Do+C9FVGQ$wIPb3+hRI0/ByA3oXKgFhikADTWiy64KpObaxewNUEs'
