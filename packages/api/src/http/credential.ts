import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Credential } from '../guard/actor.ts'
import type { SessionCookie } from '../guard/cookie.ts'
import { hashOfSession } from '../guard/session.ts'

const none: Credential = { kind: 'none' }
// The account is in front, without dashes, so that its wall is entered before the secret is looked up.
const key = /^(Bearer rc|Visitor rv)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Head = Pick<IncomingMessage, 'headers'> & Partial<Pick<IncomingMessage, 'rawHeaders'>>

/** Who a request says it comes from. One way at a time: with an `Authorization` header the cookie counts for nothing. */
export function credentialOf({ headers, rawHeaders = [] }: Head, cookie: SessionCookie): Credential {
  const { authorization } = headers
  if (authorization !== undefined) {
    // Node shows the first and drops the rest, where a proxy in front of us may have looked at the last.
    if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization').length > 1) return none
    const found = key.exec(authorization)
    if (!found) return none
    const hash = createHash('sha256')
      .update(authorization.slice(authorization.indexOf(' ') + 1))
      .digest('hex')
    const kind = found[1] === 'Bearer rc' ? 'token' : 'visitor'
    return { kind, accountId: found.slice(2, 7).join('-'), hash }
  }
  const token = cookie.read(headers.cookie)
  if (token === undefined) return none
  const hash = hashOfSession(token)
  const { 'x-rolecall-preview': preview, 'x-rolecall-member': member } = headers
  if (!isUuid(preview) || !isUuid(member)) return none
  return { kind: 'session', hash, ...(preview && { preview }), ...(member && { member }) }
}

/** Or not sent at all. */
const isUuid = (header: string | string[] | undefined): header is string | undefined =>
  header === undefined || (typeof header === 'string' && uuid.test(header))
