import type { Lock } from '@rolecall/db'
import {
  type Bit,
  type Bits,
  bitOf,
  type Catalogue,
  catalogue,
  type PermissionOf,
  type Section,
} from '@rolecall/permissions'
import type { Limit } from '../work/limits.ts'
import { admitMember } from './admit.ts'
import { admitAnyone, admitSteps } from './admit-anyone.ts'
import { admitKey, admitVisitor } from './admit-visitor.ts'
import { declare } from './builder.ts'
import type { Cost } from './cost.ts'
import { type Callers, declareCallers } from './door.ts'
import { type MemberHandler, memberRoute, type Route, type VisitorHandler, visitorRoute } from './route.ts'

export type { MemberContext } from './context.ts'
export type { Scope } from './scope.ts'

interface Options {
  /**
   * 'team': for changes to members and roles. Such calls of one account run one after another, so that a rule about
   * the whole team ("at least one Administrator") still holds when they commit.
   */
  lock?: 'team'
  /** Units of the caller's allowance (work/allowances.ts), one unless it is said; what is dear runs a few at a time. */
  cost?: Cost
}

/** The only maker of procedures. `P` is every permission there is, those of siblings' sections included. */
function guardOf<P extends string>(bits: Bits<P>) {
  /** What is declared, and the bit that enforces it: of the same permission, always. */
  const asks = (permission: P) => [declareCallers({ kind: 'permission', permission }), bitOf(permission, bits)] as const
  const member = (declared: Callers, bit: Bit | null, { lock, cost = 1 }: Options) => {
    const whenWriting: Lock = lock ?? true
    return declare(declared, cost, ({ next, ...call }) =>
      admitMember(call, cost, bit, call.type === 'mutation' ? whenWriting : false, (ctx) => next({ ctx })),
    )
  }

  return {
    /** Kinds of news, and the permissions of which one lets a member hear of each; null: whatever they may. */
    news: <const N extends Readonly<Record<string, readonly P[] | null>>>(kinds: N): N => kinds,

    /** For members whose role (and token) grants `permission`. A mutation holds the member and role rows until it commits. */
    may: (permission: P, options: Options = {}) => member(...asks(permission), options),

    /** For every member, whatever their role. */
    member: (options: Options = {}) => member(declareCallers({ kind: 'member' }), null, options),

    /** For a visitor's own conversation: rows are reached through `ctx.visitor`. */
    visitor: (cost: Cost = 1) => {
      const declared = declareCallers({ kind: 'visitor' })
      return declare(declared, cost, ({ next, ...call }) => admitVisitor(call, cost, (ctx) => next({ ctx })))
    },

    /** As `visitor`, for the one hot statement that proves the key itself: no transaction is held around it. */
    visitorKey: () => {
      const declared = declareCallers({ kind: 'visitor' })
      return declare(declared, 1, ({ next, ...call }) => admitKey(call, (ctx) => next({ ctx })))
    },

    /** For anyone at all, with the reason in words. `limit` counts calls per socket address before anything is read. */
    anyone: (because: string, limit?: Limit) => {
      const declared = declareCallers({ kind: 'anyone', because })
      return declare(declared, 1, ({ next, ...call }) => admitAnyone(call, limit, (ctx) => next({ ctx })))
    },

    /** As `anyone`, in transactions that the call opens itself. */
    steps: (because: string, limit?: Limit) => {
      const declared = declareCallers({ kind: 'anyone', because })
      return declare(declared, 1, ({ next, ...call }) => admitSteps(call, limit, (ctx) => next({ ctx })))
    },

    /**
     * A plain route with a declared permission, e.g.
     * `guard.route('contacts.export', 'contacts.export', 'GET /contacts.csv', async ({ open, reply }) => …)`.
     * Nothing is held while the handler runs: each `open` is a transaction of its own that decides afresh.
     */
    route: <const Name extends string>(
      name: Name,
      permission: P,
      address: Route['address'],
      handle: MemberHandler,
      cost: Cost = 1,
    ): Route<Name> => memberRoute(name, ...asks(permission), address, handle, cost),

    /** A plain route for every member. */
    memberRoute: <const Name extends string>(
      name: Name,
      address: Route['address'],
      handle: MemberHandler,
    ): Route<Name> => memberRoute(name, declareCallers({ kind: 'member' }), null, address, handle),

    /** A plain route for a visitor's own conversation. */
    visitorRoute: <const Name extends string>(
      name: Name,
      address: Route['address'],
      handle: VisitorHandler,
    ): Route<Name> => visitorRoute(name, declareCallers({ kind: 'visitor' }), address, handle),
  }
}

export const guard = guardOf(catalogue.bits)

/**
 * The guard of a sibling app: knows the permissions of its sections too, and no others.
 *
 * @example
 * const everything = extend(catalogue, crm)
 * const guard = guardFor(everything)
 * const deals = router({ list: guard.may('crm.view').query(({ ctx }) => …) })
 */
export const guardFor = <const S extends readonly Section[]>({ bits }: Catalogue<S>) =>
  guardOf<PermissionOf<S[number]>>(bits)
