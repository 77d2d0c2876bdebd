import type { Tx } from '@rolecall/db'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { email, line } from '../rows/input.ts'
import { addLogin, addMembership } from '../rows/person.ts'
import { record } from '../work/history.ts'
import { passwordLength } from '../work/password.ts'
import { createAccount } from './account.ts'
import { says } from './says.ts'
import { finishSetup, opensSetup, readSetup } from './token.ts'

const input = z.strictObject({
  token: z.string().min(1).max(100),
  accountName: line(200),
  name: line(200),
  email,
  password: z.string().min(passwordLength.min).max(passwordLength.max),
})

const limit = { name: 'setup', max: 20, minutes: 15 }

/** Makes the first account and its Administrator, who is then signed in. */
export const create = guard
  .steps('is opened by the one-time link that the server printed at its first start', limit)
  .input(input)
  .mutation(async ({ ctx: { open, hash }, input: { token, accountName, password, ...person } }) => {
    await open(({ tx }) => mustOpen(tx, token))
    const kept = await hash(password)
    return open(async (ctx) => {
      await mustOpen(ctx.tx, token)
      // Whoever runs the server is not limited by a plan until they choose one.
      const { accountId, roles } = await createAccount(ctx.tx, { name: accountName, plan: 'unlimited' })
      const userId = await addLogin(ctx.tx, { ...person, accountId, password: kept })
      const memberId = await addMembership(ctx.tx, { accountId, userId, roleId: roles.Administrator })
      await record(ctx.tx, accountId, {
        actor: { kind: 'member', id: memberId, name: person.name },
        sentence: says.create,
        subject: { kind: 'account', id: accountId },
        detail: {},
        from: { ip: ctx.ip, token: null },
      })
      await finishSetup(ctx.tx)
      await ctx.signIn(userId, accountId)
      return { ok: true as const }
    })
  })

/** @throws CONFLICT, NOT_FOUND */
async function mustOpen(tx: Tx, token: string): Promise<void> {
  const state = await readSetup(tx)
  if (state.done) refuse('CONFLICT', 'This server is set up already. Sign in instead.')
  if (opensSetup(state, token)) return
  refuse('NOT_FOUND', 'This set-up link is not good any more. Restart the server to get a new one.')
}
