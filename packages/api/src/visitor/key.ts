import { findVisitor } from '@rolecall/db'
import type { OwnKey } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { hashOf, secretOf } from './secret.ts'

/**
 * Which key has this browser? For a panel that was given no storage. A mutation, so that only pages of ours can ask
 * (http/origin.ts), and the only call that reads the cookie: all others want the key in a header, which no page of somebody
 * else can make a browser send. A key that opens nothing any more is taken back.
 */
export const key = guard
  .anyone('gives the key in its own cookie back to a panel that has no storage')
  .input(z.strictObject({ account: id }))
  .mutation(async ({ ctx, input: { account } }): Promise<OwnKey> => {
    const random = ctx.kept.read(account)
    if (random === undefined) return { secret: null }
    await ctx.enter(account)
    const secret = secretOf(account, random)
    if (await findVisitor(ctx.tx, account, hashOf(secret))) {
      ctx.kept.set(account, random)
      return { secret }
    }
    ctx.kept.clear(account)
    return { secret: null }
  })
