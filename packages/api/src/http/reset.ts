import { setTimeout as pause } from 'node:timers/promises'
import { enterAccount, rightsTurn } from '@rolecall/db'
import { APIError } from 'better-auth/api'
import type { House } from '../guard/context.ts'
import { says } from '../guard/says.ts'
import { holdLogin } from '../guard/session.ts'
import { refuse } from '../refuse/errors.ts'
import { confirmAddress } from '../rows/confirm.ts'
import { loginsOf } from '../rows/login.ts'
import { placesOf } from '../rows/membership.ts'
import { type AuthOptions, createAuth } from '../work/auth.ts'
import { record, recordOwn } from '../work/history.ts'
import type { Compose } from '../work/post.ts'
import { enter, transact } from '../work/transact.ts'
import { revoked } from './revoked.ts'

/** An address that is known must not answer later than one that is not. */
const answersAfter = 100

/** Which request asks, and from where. */
type Request = Readonly<{ id: string; ip: string }>

export type Reset = ReturnType<typeof createReset>

/** A new password for who forgot theirs, by a link in a letter. */
export function createReset(house: House, options: Pick<AuthOptions, 'secret' | 'url' | 'log'>) {
  const { database } = house

  return {
    /** Writes to each login with this address that is on a team, saying which: whoever opens the letter chooses. */
    async ask(email: string, { id: requestId, ip }: Request): Promise<void> {
      const write = transact(house, requestId, async (work) => {
        for (const { id, name } of await loginsOf(work.tx, email)) {
          const [place] = await placesOf(work.tx, id)
          if (!place) continue
          await enter(work, place.accountId)
          await house.post.write(work, place.accountId, 'reset', id)
          await record(work.tx, place.accountId, {
            // Whoever types the address: the letter goes to whose it is.
            actor: { kind: 'system', id: null, name: 'Somebody' },
            sentence: says.askReset,
            subject: { kind: 'member', id: place.memberId },
            detail: { member: name },
            from: { ip, token: null },
          })
        }
      })
      await Promise.all([write, pause(answersAfter)])
    },

    /**
     * Sets the password that a letter's link was opened to choose. The letter arrived, so its address is confirmed. Every
     * session and every other link of this login ends with it. @throws INVALID_INPUT
     */
    async choose(token: string, newPassword: string, { id: requestId, ip }: Request): Promise<void> {
      const whose = await createAuth({ ...options, db: database.db }).linkOf(token)
      if (whose === undefined) return stale()
      // Takes long, so it holds nothing.
      const kept = await house.hash(newPassword)
      const set = transact(house, requestId, async ({ tx }) => {
        const login = await holdLogin(tx, whose)
        if (!login) return stale()
        await createAuth({ ...options, db: tx, hash: async () => kept }).setPassword(token, newPassword)
        await confirmAddress(tx, login)
        await tx.deleteFrom('identity_session').where('user_id', '=', whose).execute()
        for (const { accountId, memberId } of await placesOf(tx, whose)) {
          await enterAccount(tx, accountId)
          await recordOwn(tx, accountId, { id: memberId, name: login.name, ip }, says.resetPassword, {})
        }
      })
      await set.catch((error: unknown) => {
        if (error instanceof APIError && error.statusCode < 500) return stale()
        throw error
      })
      await revoked(house)(whose)
    },
  }
}

const stale = (): never => refuse('INVALID_INPUT', 'This link was used already or is too old. Ask for a new one.')

/** The letter with a link, for a login that is on a team still and whose password was not changed since. */
export const resetLetter =
  (linkFor: House['passwordLink']): Compose =>
  async ({ tx, about: userId, at }) => {
    // What would end the link comes before it, and is seen, or after it, and ends it.
    for (const { accountId } of await placesOf(tx, userId)) await rightsTurn(tx, accountId)
    if (!(await holdLogin(tx, userId))) return null
    const login = await tx
      .selectFrom('identity_user')
      .leftJoin('identity_credential', 'identity_credential.user_id', 'identity_user.id')
      .select(['identity_user.email', 'identity_credential.updated_at as changed'])
      .where('identity_user.id', '=', userId)
      .executeTakeFirst()
    const teams = (await placesOf(tx, userId)).map(({ account }) => account)
    if (!login || teams.length === 0 || (login.changed !== null && login.changed > at)) return null
    const link = await linkFor(tx, userId)
    return {
      to: login.email,
      subject: 'A new password for Rolecall',
      text: `Somebody, hopefully you, asked for a new password. It is for the team of ${new Intl.ListFormat('en').format(teams)}.\n\nChoose it here, within an hour:\n${link}\n\nIf it was not you, or this is not a team of yours, ignore this letter: nothing has changed.\n`,
    }
  }
