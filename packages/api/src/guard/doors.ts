import type { Catalogue } from '@rolecall/permissions'
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server'
import { type Access, type Door, isEnforced, type Meta } from './door.ts'
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
      const access = (_def.meta as Partial<Meta> | undefined)?.access
      return { name, type: _def.type, access: declared(name, access, _def.middlewares[0]) }
    }),
    ...routes.map(({ name, address, access, serve }) => ({
      name,
      type: 'route' as const,
      address,
      access: declared(name, access, serve),
    })),
  ]
  const named = new Set<string>()
  for (const { name, access } of doors) {
    if (named.has(name)) throw new Error(`${name}: two doors have this name`)
    named.add(name)
    if (access.kind === 'permission' && !bits.at.has(access.permission)) {
      throw new Error(`${name}: the catalogue has no permission "${access.permission}"`)
    }
  }
  return Object.freeze(doors.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

function declared(name: string, access: Access | undefined, enforcer: object | undefined): Access {
  if (!isEnforced(enforcer, access)) throw new Error(`${name}: not made by the guard, so nothing says who may call it`)
  return access
}
