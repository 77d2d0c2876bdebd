import { eraseEvents, type Lock } from '@rolecall/db'
import { type Bit, decide } from '@rolecall/permissions'
import { notSignedIn, refuse } from '../refuse/errors.ts'
import { record } from '../work/history.ts'
import type { Work } from '../work/transact.ts'
import { type Result, undoable } from '../work/undo.ts'
import { type Actor, askerOf, readActor } from './actor.ts'
import { noteBeyond } from './beyond.ts'
import { type Call, changing, hidden, type Inside } from './call.ts'
import { type Context, house, type MemberContext } from './context.ts'
import { type Cost, unitsOf } from './cost.ts'
import { deny } from './deny.ts'
import { metered } from './metered.ts'
import { scopeOf } from './scope.ts'
import { tokenOf } from './token-of.ts'

/** Decides and runs a member's call in one transaction. */
export async function admitMember<R extends Result>(
  { ctx, path, getRawInput }: Call,
  cost: Cost,
  bit: Bit | null,
  lock: Lock,
  run: (ctx: Inside<MemberContext>) => Promise<R>,
): Promise<R> {
  const units = typeof cost === 'number' ? cost : unitsOf(cost, await getRawInput())
  return await metered({ ctx, path, units }, async () => {
    let actor: Actor | undefined
    const result = await undoable(ctx[house], ctx.requestId, async (work) => {
      const member = await memberContext(work, ctx, path, bit, lock)
      actor = member.actor
      return await run({ ...member, ...hidden })
    })
    if (actor) await noteBeyond(ctx, path, actor, result)
    return result
  })
}

/** The check itself: who is it, may they, and if so what they may reach. Throws a refusal. */
export async function memberContext(
  work: Work,
  ctx: Context,
  path: string,
  bit: Bit | null,
  lock: Lock,
): Promise<MemberContext> {
  const actor = await readActor(work.tx, ctx[house].catalogue, ctx.credential, lock)
  if (!actor) return notSignedIn()
  work.accountId = actor.accountId
  ctx[house].meter?.know(ctx.credential, actor)
  if (bit !== null) {
    const decision = decide(askerOf(actor), bit)
    if (!decision.allowed) deny(ctx, path, actor, decision)
    // Looking through a role is not using it.
    if (actor.preview === null) {
      ctx[house].uses.note({ accountId: actor.accountId, memberId: actor.memberId, permission: bit.name })
    }
  }
  if (actor.preview !== null && lock !== false) {
    refuse(
      'PREVIEW',
      `You look at this as ${actor.preview} would see it, and nothing is changed. Leave the preview first.`,
    )
  }
  return {
    ...changing(work, ctx),
    actor,
    scope: scopeOf(actor),
    letter: (kind, about) => ctx[house].post.write(work, actor.accountId, kind, about),
    url: ctx[house].url,
    doors: ctx[house].doors,
    catalogue: ctx[house].catalogue,
    sentences: ctx[house].sentences,
    news: ctx[house].news,
    erase: async (contactId, chatIds) => {
      const gone = { accountId: actor.accountId, contactId, chatIds }
      for (const erase of [...ctx[house].erasers, eraseEvents]) await erase(work.tx, gone)
    },
    audit: async (sentence, subject, detail, things = {}) =>
      record(work.tx, actor.accountId, {
        actor: { kind: 'member', id: actor.memberId, name: actor.name },
        sentence,
        subject,
        detail,
        things,
        from: { ip: ctx.ip, token: await tokenOf(work.tx, ctx) },
      }),
  }
}
