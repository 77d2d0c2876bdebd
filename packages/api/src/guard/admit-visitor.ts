import { findVisitor } from '@rolecall/db'
import { notSignedIn } from '../refuse/errors.ts'
import { offer, type Work } from '../work/transact.ts'
import { type Result, undoable } from '../work/undo.ts'
import { type Call, changing, hidden, type Inside } from './call.ts'
import { type Context, house, type KeyContext, type VisitorContext } from './context.ts'
import { type Cost, unitsOf } from './cost.ts'
import { metered } from './metered.ts'

/** Finds the visitor's conversation by their key and runs their call in one transaction. */
export async function admitVisitor<R extends Result>(
  { ctx, path, getRawInput }: Call,
  cost: Cost,
  run: (ctx: Inside<VisitorContext>) => Promise<R>,
): Promise<R> {
  const units = typeof cost === 'number' ? cost : unitsOf(cost, await getRawInput())
  return await metered({ ctx, path, units }, () =>
    undoable(ctx[house], ctx.requestId, async (work) => run({ ...(await visitorContext(work, ctx)), ...hidden })),
  )
}

export async function visitorContext(work: Work, ctx: Context): Promise<VisitorContext> {
  if (ctx.credential.kind !== 'visitor') return notSignedIn()
  const { accountId, hash } = ctx.credential
  const visitor = await findVisitor(work.tx, accountId, hash)
  if (!visitor) return notSignedIn()
  work.accountId = accountId
  ctx[house].meter?.know(ctx.credential, { accountId })
  return {
    ...changing(work, ctx),
    visitor: { accountId, contactId: visitor.contact_id, chatId: visitor.chat_id, name: visitor.name },
  }
}

/** Leaves the key to be proven by the statement that writes. */
export async function admitKey<R extends Result>(
  { ctx, path }: Call,
  run: (ctx: Inside<KeyContext>) => Promise<R>,
): Promise<R> {
  if (ctx.credential.kind !== 'visitor') return notSignedIn()
  const { [house]: inside, requestId } = ctx
  const { accountId, hash } = ctx.credential
  const result = await metered({ ctx, path, units: 1 }, () =>
    run({
      key: { accountId, hash },
      database: inside.database,
      offer: (accountId, rows) => offer(inside, requestId, accountId, rows),
      requestId,
      ...hidden,
    }),
  )
  if (result.ok) inside.meter?.know(ctx.credential, { accountId })
  return result
}
