import { count, type Limit } from '../work/limits.ts'
import { enter, transact, type Work } from '../work/transact.ts'
import { type Result, undoable } from '../work/undo.ts'
import { type Call, changing, hidden, type Inside } from './call.ts'
import { type AnyoneContext, type Context, house, type StepsContext } from './context.ts'
import { endSession } from './end-session.ts'
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
  const result = await undoable(ctx[house], ctx.requestId, (work) => run({ ...anyoneContext(work, ctx), ...hidden }))
  await signedIn(ctx)
  return result
}

/** The same without a transaction around it: what takes long stands between the transactions that it opens itself. */
export async function admitSteps<R extends Result>(
  { ctx, path }: Call,
  limit: Limit,
  run: (ctx: Inside<StepsContext>) => Promise<R>,
): Promise<R> {
  return await metered({ ctx, path, units: 1, open: true }, async () => {
    const { ip, requestId, [house]: inside } = ctx
    await count(inside.database, limit, 'ip', ip)
    const open: StepsContext['open'] = (step) => transact(inside, requestId, (work) => step(anyoneContext(work, ctx)))
    const result = await run({ ip, hash: inside.hash, open, ...hidden })
    await signedIn(ctx)
    return result
  })
}

const anyoneContext = (work: Work, ctx: Context): AnyoneContext => ({
  ...changing(work, ctx),
  ip: ctx.ip,
  userAgent: ctx.userAgent,
  signIn: async (userId, accountId, verified) => {
    const opening = { userId, accountId, verified: verified ?? null, ip: ctx.ip }
    const token = await openSession(work.tx, opening)
    // Set once it is certain: what a try before this one opened was undone with it.
    if (token !== null) ctx.signedIn = ctx[house].cookie.set(token)
    return token !== null
  },
  kept: keptKey(ctx[house].url, ctx.cookie, ctx.cookies),
  catalogue: ctx[house].catalogue,
  enter: (accountId) => enter(work, accountId),
})

/** A browser holds one session: whose it was before is signed out of it. */
async function signedIn(ctx: Context): Promise<void> {
  if (ctx.signedIn === undefined) return
  ctx.cookies.push(ctx.signedIn)
  await endSession(ctx).catch((err: unknown) =>
    ctx[house].log.error({ requestId: ctx.requestId, err }, 'not signed out'),
  )
}
