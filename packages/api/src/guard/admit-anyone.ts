import { count, type Limit } from '../work/limits.ts'
import { enter } from '../work/transact.ts'
import { type Result, undoable } from '../work/undo.ts'
import { type Call, changing, hidden, type Inside } from './call.ts'
import { type AnyoneContext, house } from './context.ts'
import { keptKey } from './kept-key.ts'
import { metered } from './metered.ts'
import { openSession } from './session.ts'

/** Counts the call where it has a limit, and runs it in one transaction that is in no account yet. */
export async function admitAnyone<R extends Result>(
  { ctx, path }: Call,
  limit: Limit | undefined,
  run: (ctx: Inside<AnyoneContext>) => Promise<R>,
): Promise<R> {
  return await metered({ ctx, path, units: 1, open: true }, () => admitted(ctx, limit, run))
}

async function admitted<R extends Result>(
  ctx: Call['ctx'],
  limit: Limit | undefined,
  run: (ctx: Inside<AnyoneContext>) => Promise<R>,
): Promise<R> {
  // Its own statement: a call that is refused later still counts.
  if (limit) await count(ctx[house].database, limit, 'ip', ctx.ip)
  return undoable(ctx[house], ctx.requestId, (work) =>
    run({
      ...changing(work, ctx),
      ip: ctx.ip,
      userAgent: ctx.userAgent,
      hash: ctx[house].hash,
      signIn: async (userId, accountId) => {
        const token = await openSession(work.tx, userId, accountId, ctx.ip)
        ctx.cookies.push(ctx[house].cookie.set(token))
      },
      kept: keptKey(ctx[house].url, ctx.cookie, ctx.cookies),
      catalogue: ctx[house].catalogue,
      enter: (accountId) => enter(work, accountId),
      ...hidden,
    }),
  )
}
