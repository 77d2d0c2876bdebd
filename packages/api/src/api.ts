import type { Database } from '@rolecall/db'
import { type Catalogue, catalogue as ours } from '@rolecall/permissions'
import type { AnyTRPCRouter, TRPCCreateRouterOptions } from '@trpc/server'
import type { FastifyPluginAsync } from 'fastify'
import { endAccess } from './access/ran-out.ts'
import { createAlarms } from './alarms.ts'
import type { Context, House } from './context.ts'
import { doorsOf } from './doors.ts'
import { createPlugin } from './http/plugin.ts'
import { createAuth } from './identity/auth.ts'
import { sessionCookie } from './identity/cookie.ts'
import { loggedMail, type Mail } from './identity/mail.ts'
import { revoked } from './identity/revoked.ts'
import { identityRoutes } from './identity/routes.ts'
import { createLive } from './live/live.ts'
import { liveRoutes } from './live/routes.ts'
import type { Log } from './log.ts'
import { createOperator } from './operator.ts'
import { ownOrigins } from './origin.ts'
import type { Route } from './route.ts'
import { routes as ourRoutes, routers } from './router.ts'
import { mergeRouters, router as routerOf } from './trpc.ts'
import { createUses } from './uses.ts'

export interface ApiOptions<More extends TRPCCreateRouterOptions = TRPCCreateRouterOptions> {
  database: Database
  /** Signs session cookies; at least 32 characters. The same for all processes of one installation. */
  secret: string
  /** Where browsers find this server, e.g. `https://chat.example.com`. */
  url: string
  log: Log
  /** Left out: letters go to the log. */
  mail?: Mail
  /** Our catalogue, extended by the sections of sibling apps: `extend(catalogue, crm)`. */
  catalogue?: Catalogue
  /** Routers of sibling apps, made with `guardFor(catalogue)`; each under its own name. */
  routers?: More
  /** Guarded routes of sibling apps. */
  routes?: readonly Route[]
  /** Further origins whose pages may change things here, e.g. a host's own front end. */
  origins?: readonly string[]
}

/** No router of a sibling's: then the router is ours alone. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- exactly that is meant
export type NoRouters = Record<never, never>

/**
 * Rolecall's server side. `plugin` is a Fastify plugin with every address of ours; `router` may also be merged into a
 * host's own.
 * @throws when a procedure was not made by the guard, or two doors have one name
 */
export function createApi<More extends TRPCCreateRouterOptions = NoRouters>(options: ApiOptions<More>) {
  const { database, secret, url, log, catalogue = ours } = options
  if (secret.length < 32) throw new Error('The secret must be at least 32 characters long')
  const live = createLive(database, log)
  const cookie = sessionCookie(url, secret)
  const router = mergeRouters(routers, routerOf((options.routers ?? {}) as More))
  const routes = [...ourRoutes, ...liveRoutes(live), ...(options.routes ?? [])]
  const doors = doorsOf(router as AnyTRPCRouter, routes, catalogue)
  const alarms = createAlarms(database, log, () => endAccess(house))
  const mail = options.mail ?? loggedMail(log)
  const uses = createUses(database, log)
  const house: House = { database, wake: live, log, catalogue, doors, cookie, url, alarms, uses, mail }
  const auth = createAuth({
    database,
    secret,
    url,
    cookie,
    log,
    mail,
    onRevoked: revoked(house),
  })
  const plugin: FastifyPluginAsync = createPlugin({
    house,
    router: router as AnyTRPCRouter,
    routes,
    origins: ownOrigins(url, options.origins),
    identity: (app) => identityRoutes(app, auth, house),
  })
  const start = async () => {
    await live.start()
    alarms.start()
    uses.start()
  }
  const close = async () => {
    await alarms.close()
    await uses.close()
    await live.close()
  }
  return { router, plugin, live, doors, operator: createOperator(house), uses, start, close }
}
