import type { Bit } from '@rolecall/permissions'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { transact } from '../work/transact.ts'
import type { Actor } from './actor.ts'
import { memberContext } from './admit.ts'
import { visitorContext } from './admit-visitor.ts'
import { type Context, house, type MemberContext, type VisitorContext } from './context.ts'
import { type Cost, unitsOf } from './cost.ts'
import { type Callers, enforces } from './door.ts'
import { endOf } from './ends.ts'
import { metered } from './metered.ts'
import type { Scope } from './scope.ts'

interface Visit<C> {
  request: FastifyRequest
  reply: FastifyReply
  requestId: string
  /** A transaction of its own, with the rights of that moment: throws a refusal when they are gone. */
  open<T>(run: (ctx: C) => Promise<T>): Promise<T>
}

export interface MemberVisit extends Visit<MemberContext> {
  /** When what they came in with ends by the clock. */
  ends(): Promise<Date | null>
  actor: Actor
  scope: Scope
}
export interface VisitorVisit extends Visit<VisitorContext> {
  visitor: VisitorContext['visitor']
}

/** What a handler returns (or does not, having answered by itself) is Fastify's affair. */
export type MemberHandler = (visit: MemberVisit) => Promise<unknown>
export type VisitorHandler = (visit: VisitorVisit) => Promise<unknown>

/** A plain Fastify route with a declaration. Only the guard makes one, and only http/ serves it. */
export interface Route<Name extends string = string> {
  readonly name: Name
  readonly callers: Callers
  readonly address: `${'GET' | 'POST'} /${string}`
  readonly cost: Cost
  /** Decides, then runs the handler. */
  readonly serve: (ctx: Context, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
}

/** `bit` is that of the permission that `callers` declares. */
export function memberRoute<const Name extends string>(
  name: Name,
  callers: Callers,
  bit: Bit | null,
  address: Route['address'],
  handle: MemberHandler,
  cost: Cost = 1,
): Route<Name> {
  const lock = address.startsWith('POST')
  const serve: Route['serve'] = async (ctx, request, reply) => {
    const open: MemberVisit['open'] = (run) =>
      transact(ctx[house], ctx.requestId, async (work) => run(await memberContext(work, ctx, name, bit, lock)))
    return await metered({ ctx, path: name, units: unitsOf(cost, request.query) }, async () => {
      const { actor, scope } = await open(async (seen) => seen)
      const ends = () => open(({ tx }) => endOf(tx, actor.accountId, ctx.credential))
      return await handle({ request, reply, requestId: ctx.requestId, open, ends, actor, scope })
    })
  }
  enforces(serve, callers)
  return Object.freeze({ name, callers, address, cost, serve })
}

export function visitorRoute<const Name extends string>(
  name: Name,
  callers: Callers,
  address: Route['address'],
  handle: VisitorHandler,
): Route<Name> {
  const serve: Route['serve'] = async (ctx, request, reply) => {
    const open: VisitorVisit['open'] = (run) =>
      transact(ctx[house], ctx.requestId, async (work) => run(await visitorContext(work, ctx)))
    return await metered({ ctx, path: name, units: 1 }, async () => {
      const { visitor } = await open(async (seen) => seen)
      return await handle({ request, reply, requestId: ctx.requestId, open, visitor })
    })
  }
  enforces(serve, callers)
  return Object.freeze({ name, callers, address, cost: 1, serve })
}
