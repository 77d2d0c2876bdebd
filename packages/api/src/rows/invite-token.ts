import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { linkTo } from '../work/link.ts'

/** How long an invitation can be accepted (reliability.md, 11). */
export const inviteDays = 7

/** A secret of 256 bits that carries its account, so that the account's wall is entered before it is looked up. */
export const newInviteToken = (accountId: string): string =>
  `ri_${accountId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`

/** The page that accepts it. */
export const joinLink = (url: string, token: string): string => linkTo(url, `console/join#${token}`)

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const form = /^ri_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/

/** What stands in the link behind the #. Anything else is answered like a token that was never made. */
export const inviteToken = z.string().max(100)

/** The account in a token; null: it is none. */
export const accountIn = (token: string): string | null => form.exec(token)?.slice(1).join('-') ?? null
