import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { rightsTurn } from '@rolecall/db'
import { APIError } from 'better-auth/api'
import type { House } from '../guard/context.ts'
import { holdLogin } from '../guard/session.ts'
import { refuse } from '../refuse/errors.ts'
import { confirmAddress } from '../rows/confirm.ts'
import { loginsOf } from '../rows/login.ts'
import { placesOf } from '../rows/membership.ts'
import { linkTo } from '../work/link.ts'
import { transact } from '../work/transact.ts'
import { type AuthOptions, createAuth } from './auth.ts'
import { revoked } from './revoked.ts'

/** An address that is known must not answer later than one that is not. */
const answersAfter = 100

export type Reset = ReturnType<typeof createReset>

/** A new password for who forgot theirs, by a link in a letter. */
export function createReset(house: House, options: Pick<AuthOptions, 'secret' | 'url' | 'log'>) {
  const { database } = house

  return {
    /** Writes to each login with this address that is on a team, saying which: whoever opens the letter chooses. */
    async ask(email: string, requestId: string): Promise<void> {
      const write = transact(house, requestId, async ({ tx, letters }) => {
        const auth = createAuth({ ...options, db: tx })
        for (const { id } of await loginsOf(tx, email)) {
          // What would end the link comes before it, and is seen, or after it, and ends it.
          for (const { accountId } of await placesOf(tx, id)) await rightsTurn(tx, accountId)
          await holdLogin(tx, id)
          const teams = (await placesOf(tx, id)).map(({ account }) => account)
          if (teams.length === 0) continue
          const token = randomBytes(32).toString('hex')
          await auth.makeLink(id, token)
          letters.push(letter(email, teams, linkTo(options.url, `console/reset#${token}`)))
        }
      })
      await Promise.all([write, pause(answersAfter)])
    },

    /**
     * Sets the password that a letter's link was opened to choose. The letter arrived, so its address is confirmed. Every
     * session and every other link of this login ends with it. @throws INVALID_INPUT
     */
    async choose(token: string, newPassword: string, requestId: string): Promise<void> {
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

const letter = (to: string, teams: readonly string[], link: string) => ({
  to,
  subject: 'A new password for Rolecall',
  text: `Somebody, hopefully you, asked for a new password. It is for the team of ${new Intl.ListFormat('en').format(teams)}.\n\nChoose it here, within an hour:\n${link}\n\nIf it was not you, or this is not a team of yours, ignore this letter: nothing has changed.\n`,
})
