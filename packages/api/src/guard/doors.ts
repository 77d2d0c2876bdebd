import type { Catalogue } from '@rolecall/permissions'
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server'
import { type Callers, type Door, isEnforced, type Meta } from './door.ts'
import type { Route } from './route.ts'

/** A procedure as tRPC has it at run time: middlewares run in this order. */
type Built = AnyTRPCProcedure & { _def: { middlewares: readonly object[] } }

/**
 * Every procedure and guarded route with its declaration, by name: the list that session.me answers from, that the
 * matrix test walks through, and that refuses to exist where a procedure was not made by the guard.
 */
export function doorsOf(router: AnyTRPCRouter, routes: readonly Route[], { bits }: Catalogue): readonly Door[] {
  const procedures = Object.entries<Built>(router._def.procedures)
  const doors: Door[] = [
    ...procedures.map(([name, { _def }]) => {
      if (_def.type === 'subscription') throw new Error(`${name}: streams go through the hub, not through tRPC`)
      const { callers, cost = 1 }: Partial<Meta> = _def.meta ?? {}
      return { name, type: _def.type, cost, callers: declared(name, callers, _def.middlewares[0]) }
    }),
    ...routes.map(({ name, address, callers, cost, serve }) => ({
      name,
      type: 'route' as const,
      address,
      cost,
      callers: declared(name, callers, serve),
    })),
  ]
  const named = new Set<string>()
  for (const { name, callers } of doors) {
    if (named.has(name)) throw new Error(`${name}: two doors have this name`)
    named.add(name)
    if (callers.kind === 'permission' && !bits.at.has(callers.permission)) {
      throw new Error(`${name}: the catalogue has no permission "${callers.permission}"`)
    }
  }
  return Object.freeze(doors.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

function declared(name: string, callers: Callers | undefined, enforcer: object | undefined): Callers {
  if (!isEnforced(enforcer, callers)) throw new Error(`${name}: not made by the guard, so nothing says who may call it`)
  return callers
}
