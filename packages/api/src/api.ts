import type { Database } from '@rolecall/db'
import type { AnyTRPCRouter } from '@trpc/server'
import type { FastifyPluginAsync } from 'fastify'
import {
  catalogueOf,
  erasersOf,
  jobsOf,
  lettersOf,
  newsOf,
  type OperatorOf,
  ordersOf,
  type RouterOf,
  routerOf,
  sentencesOf,
} from './derive.ts'
import { features as ourFeatures } from './features.ts'
import type { House } from './guard/context.ts'
import { sessionCookie } from './guard/cookie.ts'
import { doorsOf } from './guard/doors.ts'
import type { Feature } from './guard/feature.ts'
import { Fuse } from './guard/fuse.ts'
import { Meter } from './guard/meter.ts'
import { identityRoutes } from './http/identity.ts'
import { ownOrigins } from './http/origin.ts'
import { createPlugin } from './http/plugin.ts'
import { createReset, resetLetter } from './http/reset.ts'
import { createLive } from './live/live.ts'
import { liveRoutes } from './live/routes.ts'
import { createObey } from './operator.ts'
import type { Log } from './refuse/log.ts'
import { discreet } from './refuse/tell-error.ts'
import { prepareSetup } from './setup/token.ts'
import { type Allowances, allowances } from './work/allowances.ts'
import { createAuth } from './work/auth.ts'
import { createDue } from './work/due.ts'
import { type Every, every } from './work/every.ts'
import { type Mail, noMail } from './work/mail.ts'
import { type Hash, hashPassword } from './work/password.ts'
import { createPost } from './work/post.ts'
import { createSightings } from './work/sightings.ts'
import { Together } from './work/together.ts'
import { createUpkeep } from './work/upkeep.ts'
import { createUses } from './work/usage.ts'

export interface ApiOptions<More extends readonly Feature[] = readonly Feature[]> {
  database: Database
  /** Signs session cookies; at least 32 characters. The same for all processes of one installation. */
  secret: string
  /** Where browsers find this server, e.g. `https://chat.example.com`. */
  url: string
  log: Log
  /** Left out: letters are kept and not sent. */
  mail?: Mail
  /** How a new password is kept. Left out: at the cost of password.ts. */
  hash?: Hash
  /** Left out: by this machine's clock. */
  every?: Every
  /** Of sibling apps, made by the same `feature` as ours. */
  features?: More
  /** What everybody may ask for in one process; null: calls are not counted. Left out: allowances.ts. */
  limits?: Allowances | null
  /** Further origins whose pages may change things here, e.g. a host's own front end. */
  origins?: readonly string[]
}

type All<More extends readonly Feature[]> = readonly [...typeof ourFeatures, ...More]

/**
 * Rolecall's server side. `plugin` is a Fastify plugin with every address of ours; `router` may also be merged into a
 * host's own.
 * @throws when a procedure was not made by the guard, or two doors have one name
 */
export function createApi<const More extends readonly Feature[] = readonly []>(options: ApiOptions<More>) {
  const { database, secret, url } = options
  const log = discreet(options.log)
  if (secret.length < 32) throw new Error('The secret must be at least 32 characters long')
  const features = [...ourFeatures, ...(options.features ?? [])] as unknown as All<More>
  const live = createLive(database, log)
  const sightings = createSightings(database, log)
  const cookie = sessionCookie(url, secret)
  const router: RouterOf<All<More>> = routerOf(features)
  const routes = [...features.flatMap(({ routes = [] }: Feature) => routes), ...liveRoutes(live, sightings)]
  const catalogue = catalogueOf(features)
  const jobs = jobsOf(features)
  const due = createDue(() => house, jobs)
  const passwordLink: House['passwordLink'] = (tx, userId) => createAuth({ db: tx, secret, url, log }).makeLink(userId)
  const letters = { ...lettersOf(features), reset: resetLetter(passwordLink) }
  const post = createPost(() => house, { mail: options.mail ?? noMail, url, letters, catalogue })
  const uses = createUses(database, log, options.every ?? every)
  const upkeep = createUpkeep(database, log, options.every ?? every)
  const limits = options.limits === undefined ? allowances : options.limits
  const house: House = {
    database,
    wake: live,
    log,
    catalogue,
    doors: doorsOf(router as AnyTRPCRouter, routes, catalogue),
    sentences: sentencesOf(features),
    news: newsOf(features),
    erasers: erasersOf(features),
    cookie,
    url,
    due,
    post,
    passwordLink,
    uses,
    sightings,
    fuse: new Fuse(database.connections),
    together: new Together(),
    meter: limits && new Meter(limits),
    hash: options.hash ?? hashPassword,
  }
  const plugin: FastifyPluginAsync = createPlugin({
    house,
    router: router as AnyTRPCRouter,
    routes,
    origins: ownOrigins(url, options.origins),
    identity: (app) => identityRoutes(app, createReset(house, { secret, url, log }), house),
  })
  const start = async () => {
    await live.start()
    await due.start()
    await post.start()
    uses.start()
    upkeep.start()
  }
  const close = async () => {
    await due.close()
    await post.close()
    await uses.close()
    await upkeep.close()
    await live.close()
    await sightings.close()
  }
  const orders = ordersOf(features)
  const obey = createObey(house, orders)
  const calls = Object.keys(orders).map((verb) => [verb, (email: string, input: unknown) => obey(verb, email, input)])
  const operator = {
    .../** Every order as a call. */ (Object.fromEntries(calls) as OperatorOf<All<More>>),
    obey,
    /** The one-time token of the set-up link; null once there is an account. */
    prepareSetup: () => prepareSetup(database),
  }
  return { router, plugin, live, doors: house.doors, features, operator, uses, sightings, start, close }
}
