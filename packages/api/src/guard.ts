import type { Lock } from '@rolecall/db'
import type { Permission } from '@rolecall/permissions'
import type { Access, Meta } from './access.ts'
import { admitAnyone, admitKey, admitMember, admitVisitor } from './admit.ts'
import type { Limit } from './limits.ts'
import { type MemberHandler, memberRoute, type Route, type VisitorHandler, visitorRoute } from './route.ts'
import { declare } from './trpc.ts'

export type { AnyoneContext, KeyContext, MemberContext, VisitorContext } from './context.ts'
export type { Scope } from './scope.ts'

interface Options {
  /**
   * 'team': for changes to members and roles. Such calls of one account run one after another, so that a rule about
   * the whole team ("at least one Administrator") still holds when they commit.
   */
  lock?: 'team'
}

const access = <A extends object>(value: A) => Object.freeze(value) as Meta['access'] & A

/** The only maker of procedures. `P` is every permission there is, those of siblings' sections included. */
function guardOf<P extends string>() {
  const member = (declared: Access, permission: string | null, { lock }: Options) => {
    const whenWriting: Lock = lock ?? true
    return declare(declared, ({ next, ...call }) =>
      admitMember(call, declared, permission, call.type === 'mutation' ? whenWriting : false, (ctx) => next({ ctx })),
    )
  }

  return {
    /** For members whose role (and token) grants `permission`. A mutation holds the member and role rows until it commits. */
    may: (permission: P, options: Options = {}) =>
      member(access({ kind: 'permission', permission }), permission, options),

    /** For every member, whatever their role. */
    member: (options: Options = {}) => member(access({ kind: 'member' }), null, options),

    /** For a visitor's own conversation: rows are reached through `ctx.visitor`. */
    visitor: () => {
      const declared = access({ kind: 'visitor' })
      return declare(declared, ({ next, ...call }) => admitVisitor(call, declared, (ctx) => next({ ctx })))
    },

    /** As `visitor`, for the one hot statement that proves the key itself: no transaction is held around it. */
    visitorKey: () => {
      const declared = access({ kind: 'visitor' })
      return declare(declared, ({ next, ...call }) => admitKey(call, declared, (ctx) => next({ ctx })))
    },

    /** For anyone at all, with the reason in words. `limit` counts calls per socket address before anything is read. */
    anyone: (because: string, limit?: Limit) => {
      const declared = access({ kind: 'anyone', because })
      return declare(declared, ({ next, ...call }) => admitAnyone(call, declared, limit, (ctx) => next({ ctx })))
    },

    /**
     * A plain route with a declared permission, e.g.
     * `guard.route('contacts.export', 'contacts.export', 'GET /contacts.csv', async ({ open, reply }) => …)`.
     * Nothing is held while the handler runs: each `open` is a transaction of its own that decides afresh.
     */
    route: (name: string, permission: P, address: Route['address'], handle: MemberHandler): Route =>
      memberRoute(name, access({ kind: 'permission', permission }), address, handle),

    /** A plain route for every member. */
    memberRoute: (name: string, address: Route['address'], handle: MemberHandler): Route =>
      memberRoute(name, access({ kind: 'member' }), address, handle),

    /** A plain route for a visitor's own conversation. */
    visitorRoute: (name: string, address: Route['address'], handle: VisitorHandler): Route =>
      visitorRoute(name, access({ kind: 'visitor' }), address, handle),
  }
}

export const guard = guardOf<Permission>()
