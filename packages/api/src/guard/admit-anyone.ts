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
  const opened: Opened = { cookie: null }
  const result = await undoable(ctx[house], ctx.requestId, (work) =>
    run({ ...anyoneContext(work, ctx, opened), ...hidden }),
  )
  await signedIn(ctx, opened)
  return result
}

/** The same without a transaction around it: what takes long stands between the transactions that it opens itself. */
export async function admitSteps<R extends Result>(
  { ctx, path }: Call,
  limit: Limit | undefined,
  run: (ctx: Inside<StepsContext>) => Promise<R>,
): Promise<R> {
  const { ip, requestId, [house]: inside } = ctx
  return await metered({ ctx, path, units: 1, open: true }, async () => {
    if (limit) await count(inside.database, limit, 'ip', ip)
    const opened: Opened = { cookie: null }
    const open: StepsContext['open'] = (step) =>
      transact(inside, requestId, (work) => step(anyoneContext(work, ctx, opened)))
    const together: StepsContext['together'] = (what, step) => inside.together.run(`${path} ${what}`, () => open(step))
    const sighted: StepsContext['sighted'] = (accountId) =>
      ctx.page !== null && inside.sightings.page(accountId, ctx.page)
    const result = await run({ ip, hash: inside.hash, open, together, sighted, ...hidden })
    await signedIn(ctx, opened)
    return result
  })
}

/** The session that a call opened, if it did: the last one, since what a try before it opened was undone with it. */
interface Opened {
  cookie: string | null
}

const anyoneContext = (work: Work, ctx: Context, opened: Opened): AnyoneContext => ({
  ...changing(work, ctx),
  ip: ctx.ip,
  userAgent: ctx.userAgent,
  signIn: async (userId, accountId, verified) => {
    const opening = { userId, accountId, verified: verified ?? null, ip: ctx.ip }
    const token = await openSession(work.tx, opening)
    if (token !== null) opened.cookie = ctx[house].cookie.set(token)
    return token !== null
  },
  kept: keptKey(ctx[house].url, ctx.cookie, ctx.cookies),
  catalogue: ctx[house].catalogue,
  enter: (accountId) => enter(work, accountId),
})

/** A browser holds one session: whose it was before is signed out of it. */
async function signedIn(ctx: Context, { cookie }: Opened): Promise<void> {
  if (cookie === null) return
  ctx.cookies.push(cookie)
  await endSession(ctx).catch((err: unknown) =>
    ctx[house].log.error({ requestId: ctx.requestId, err }, 'not signed out'),
  )
}
