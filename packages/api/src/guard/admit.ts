import { eraseEvents, type Lock } from '@rolecall/db'
import { type Bit, decide } from '@rolecall/permissions'
import { notSignedIn, Refused, refuse } from '../refuse/errors.ts'
import { record } from '../work/history.ts'
import type { Work } from '../work/transact.ts'
import { type Result, undoable } from '../work/undo.ts'
import { type Actor, askerOf, readActor } from './actor.ts'
import { type Call, changing, hidden, type Inside } from './call.ts'
import { type Context, house, type MemberContext } from './context.ts'
import { type Cost, unitsOf } from './cost.ts'
import { deny, noteDenied } from './deny.ts'
import { metered } from './metered.ts'
import { scopeOf } from './scope.ts'

/** Decides and runs a member's call in one transaction. */
export async function admitMember<R extends Result>(
  { ctx, path, getRawInput }: Call,
  cost: Cost,
  bit: Bit | null,
  lock: Lock,
  run: (ctx: Inside<MemberContext>) => Promise<R>,
): Promise<R> {
  const units = typeof cost === 'number' ? cost : unitsOf(cost, await getRawInput())
  return await metered({ ctx, path, units }, () =>
    undoable(ctx[house], ctx.requestId, async (work) => {
      const member = await memberContext(work, ctx, path, bit, lock)
      const result = await run({ ...member, ...hidden })
      note(ctx, path, member.actor, result)
      return result
    }),
  )
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
    audit: async (sentence, subject, detail) =>
      record(work.tx, actor.accountId, {
        actor: { kind: 'member', id: actor.memberId, name: actor.name },
        sentence,
        subject,
        detail,
        from: { ip: ctx.ip, token: await tokenOf(work, ctx) },
      }),
  }
}

/** The API token that a call came by, by the name it has now. */
async function tokenOf({ tx }: Work, { credential }: Context): Promise<{ id: string; name: string } | null> {
  if (credential.kind !== 'token') return null
  const token = await tx
    .selectFrom('api_token')
    .select(['id', 'name'])
    .where('account_id', '=', credential.accountId)
    .where('token_hash', '=', credential.hash)
    .executeTakeFirst()
  return token ?? null
}

/** What a call refuses by itself, such as to hand out more than one holds, stands in the log as the guard's own refusals do. */
function note(ctx: Context, path: string, actor: Actor, result: Result): void {
  if (result.ok || !(result.error instanceof Refused)) return
  const { code, permission = '' } = result.error.refusal
  if (code === 'PERMISSION_MISSING')
    noteDenied(ctx, path, actor, { missing: permission, role: actor.role.name, why: 'beyond' })
}
