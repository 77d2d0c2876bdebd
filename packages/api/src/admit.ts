import { audit, findVisitor, type Lock } from '@rolecall/db'
import { type Asker, decide } from '@rolecall/permissions'
import { type Actor, readActor } from './actor.ts'
import {
  type AnyoneContext,
  type Context,
  house,
  type KeyContext,
  type MemberContext,
  type VisitorContext,
} from './context.ts'
import { deny } from './deny.ts'
import { notSignedIn } from './errors.ts'
import { openSession } from './identity/session.ts'
import { count, type Limit } from './limits.ts'
import { scopeOf } from './scope.ts'
import { enter, transact, type Work } from './transact.ts'

/** The house is not for resolvers: they see the `tx` of their call and nothing behind it. */
type Inside<C> = C & { [house]: never; credential: never }
const hidden = { [house]: undefined as never, credential: undefined as never }

interface Call {
  ctx: Context
  path: string
}
type Result = { ok: true } | { ok: false; error: Error }

/** Decides and runs a member's call in one transaction. */
export function admitMember<R extends Result>(
  { ctx, path }: Call,
  permission: string | null,
  lock: Lock,
  run: (ctx: Inside<MemberContext>) => Promise<R>,
): Promise<R> {
  return undoable(ctx, async (work) => run({ ...(await memberContext(work, ctx, path, permission, lock)), ...hidden }))
}

/** The check itself: who is it, may they, and if so what they may reach. Throws a refusal. */
export async function memberContext(
  work: Work,
  ctx: Context,
  path: string,
  permission: string | null,
  lock: Lock,
): Promise<MemberContext> {
  const actor = await readActor(work.tx, ctx[house].catalogue, ctx.credential, lock)
  if (!actor) return notSignedIn()
  work.accountId = actor.accountId
  if (permission !== null) {
    const decision = decide(askerOf(actor), permission)
    if (!decision.allowed) deny(ctx, path, actor, decision)
  }
  return {
    ...changing(work, ctx),
    actor,
    scope: scopeOf(actor),
    doors: ctx[house].doors,
    catalogue: ctx[house].catalogue,
    audit: (action, subject, detail) =>
      audit(work.tx, actor.accountId, {
        actor: { kind: 'member', id: actor.memberId, name: actor.name },
        action,
        subject,
        detail,
      }),
  }
}

export const askerOf = (actor: Actor): Asker => ({
  grants: actor.grants,
  role: actor.role.name,
  scope: actor.chatScope,
  ...(actor.token && { token: actor.token }),
})

export function admitVisitor<R extends Result>(
  { ctx }: Call,
  run: (ctx: Inside<VisitorContext>) => Promise<R>,
): Promise<R> {
  return undoable(ctx, async (work) => run({ ...(await visitorContext(work, ctx)), ...hidden }))
}

export async function visitorContext(work: Work, ctx: Context): Promise<VisitorContext> {
  if (ctx.credential.kind !== 'visitor') return notSignedIn()
  const { accountId, hash } = ctx.credential
  const visitor = await findVisitor(work.tx, accountId, hash)
  if (!visitor) return notSignedIn()
  work.accountId = accountId
  return {
    ...changing(work, ctx),
    visitor: { accountId, contactId: visitor.contact_id, chatId: visitor.chat_id, name: visitor.name },
  }
}

export function admitKey<R extends Result>({ ctx }: Call, run: (ctx: Inside<KeyContext>) => Promise<R>): Promise<R> {
  if (ctx.credential.kind !== 'visitor') return notSignedIn()
  const { database, wake } = ctx[house]
  const offer: KeyContext['offer'] = async (accountId, rows) => wake.offer(accountId, rows)
  const { accountId, hash } = ctx.credential
  return run({ key: { accountId, hash }, database, offer, requestId: ctx.requestId, ...hidden })
}

export async function admitAnyone<R extends Result>(
  { ctx }: Call,
  limit: Limit | undefined,
  run: (ctx: Inside<AnyoneContext>) => Promise<R>,
): Promise<R> {
  // Its own statement: a call that is refused later still counts.
  if (limit) await count(ctx[house].database, limit, 'ip', ctx.ip)
  return undoable(ctx, (work) =>
    run({
      ...changing(work, ctx),
      ip: ctx.ip,
      userAgent: ctx.userAgent,
      signIn: async (userId, accountId) => {
        const token = await openSession(work.tx, userId, accountId, ctx.ip)
        ctx.cookies.push(ctx[house].cookie.set(token))
      },
      enter: (accountId) => enter(work, accountId),
      ...hidden,
    }),
  )
}

const changing = (work: Work, ctx: Context) => ({
  tx: work.tx,
  requestId: ctx.requestId,
  emit: async (...events: Work['events']) => {
    work.events.push(...events)
  },
})

/** tRPC's `next()` does not throw: it returns `ok: false`. The transaction has to, or it would commit half a change. */
class Undo extends Error {
  readonly result: Result
  constructor(result: Result & { ok: false }) {
    super('undo', { cause: result.error })
    this.result = result
  }
}

async function undoable<R extends Result>(ctx: Context, run: (work: Work) => Promise<R>): Promise<R> {
  try {
    return await transact(ctx[house], ctx.requestId, async (work) => {
      const result = await run(work)
      if (!result.ok) throw new Undo(result)
      return result
    })
  } catch (error) {
    if (error instanceof Undo) return error.result as R
    throw error
  }
}
