import type { Place } from '@rolecall/protocol'
import type { House } from '../guard/context.ts'
import { says } from '../guard/says.ts'
import { openSession } from '../guard/session.ts'
import { type Login, loginsOf, whoseIs } from '../rows/login.ts'
import { onWire, placesOf } from '../rows/membership.ts'
import { transact } from '../work/transact.ts'

interface Asked {
  email: string
  password: string
  /** Where, for who works in several accounts. */
  memberId?: string | undefined
  requestId: string
  ip: string
}

/**
 * Signs somebody in with what they know: the session's token; where they work in several accounts and named none, these;
 * null for whoever is no active member anywhere, however right the password is.
 */
export async function signIn(house: House, asked: Asked): Promise<{ token: string } | { choose: Place[] } | null> {
  const { email, password, memberId, requestId, ip } = asked
  const { database } = house
  const right = await whoseIs(await loginsOf(database.db, email), password)
  const places = await database.transaction((tx) => inTurn(right, (login) => placesOf(tx, login)))
  const [place, ...more] = memberId === undefined ? places : places.filter((one) => one.memberId === memberId)
  if (!place) return null
  if (more.length > 0) return { choose: [place, ...more].map(onWire) }
  const { userId, accountId, verified } = place
  const opening = { userId, accountId, verified, ip, sentence: says.signIn }
  const token = await transact(house, requestId, ({ tx }) => openSession(tx, opening))
  return token === null ? null : { token }
}

/** One after the other: they share a transaction. */
async function inTurn(logins: readonly Login[], places: (userId: string) => ReturnType<typeof placesOf>) {
  const found = []
  for (const { id, password } of logins) {
    for (const place of await places(id)) found.push({ ...place, verified: password })
  }
  return found
}
