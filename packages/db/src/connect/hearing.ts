import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { CannotServe } from '../cannot-serve.ts'

/** ms */
const soon = 2000

export interface Proof {
  payload: string
  heard: () => void
  /** @throws {CannotServe} */
  within: Promise<void>
}

/** What a listener proves itself with: sent over another connection, because one's own would bring it in any case. */
export function provable(): Proof {
  const payload = `proof ${randomUUID()}`
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const late = setTimeout(() => reject(unheard()), soon)
  const within = promise.finally(() => clearTimeout(late))
  within.catch(() => {})
  return { payload, heard: resolve, within }
}

const unheard = () =>
  new CannotServe(
    `Rolecall sent itself a wake-up through PostgreSQL and did not hear it within ${soon / 1000} s. With a pooler that ` +
      `hands out connections per transaction, set ROLECALL_LISTEN_URL to an address of the same database that goes past ` +
      `the pooler, or let the pooler hand them out per session.`,
  )

/** Nobody of ours stays signed in as somebody who could see past the wall. */
export async function refuseOther(client: Client, as: string): Promise<void> {
  const { rows } = await client.query<{ user: string }>('select session_user as "user"')
  const user = rows[0]?.user
  if (user !== as)
    throw new CannotServe(
      `ROLECALL_LISTEN_URL signs in as "${user}" and has to sign in as "${as}", as DATABASE_URL does.`,
    )
}
