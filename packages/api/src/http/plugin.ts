import { randomUUID } from 'node:crypto'
import { finished } from 'node:stream/promises'
import type { AnyTRPCRouter } from '@trpc/server'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, House } from '../guard/context.ts'
import type { SessionCookie } from '../guard/cookie.ts'
import type { Route } from '../guard/route.ts'
import { Refused, retryAfterOf } from '../refuse/errors.ts'
import { checkOrigin } from './origin.ts'
import { tellRate } from './rate.ts'
import { answerError, ours } from './refusals.ts'
import { contextOf } from './request.ts'
import { refuseSlowBody } from './slow-body.ts'
import { noSuchCall, serveTrpc, shapeOf } from './trpc.ts'

export interface PluginOptions {
  house: House
  router: AnyTRPCRouter
  routes: readonly Route[]
  origins: ReadonlySet<string>
  identity(app: FastifyInstance): void
}

const bodyLimit = 1_000_000
/** One deadline for every ordinary call; what is read in between has shorter ones (packages/db patience). */
const handlerTimeout = 4800

/**
 * Everything the api answers, as one Fastify plugin: a host registers it beside its own routes. It is encapsulated:
 * parsers, hooks and error pages are for these addresses only.
 */
export function createPlugin(options: PluginOptions): FastifyPluginAsync {
  const { house, router, routes, origins, identity } = options

  return async (app) => {
    app.setGenReqId(() => randomUUID())
    jsonOnly(app)
    // Hooks with `done`: an async one costs every call another turn of promises.
    app.addHook('onRequest', (request, reply, done) => {
      reply.headers(safe).header('x-request-id', request.id)
      done(
        request.method === 'GET' || request.method === 'HEAD' || asksForConfig(request)
          ? undefined
          : strange(origins, request, house.cookie),
      )
    })
    app.addHook('preParsing', refuseSlowBody)
    app.setErrorHandler((error, request, reply) => answerError(house, error, request, reply))

    await app.register(async (scope) => {
      scope.setErrorHandler((error, request, reply) => {
        const shape = shapeOf(router, contextOf(request, house), ours(error), 'unknown', undefined)
        return reply.code(shape.data.httpStatus).send({ error: shape })
      })
      const shared = { bodyLimit, exposeHeadRoute: false }
      // A wildcard, not a parameter: a batch's path is longer than the hundred characters that Fastify gives those.
      scope.route({
        ...shared,
        method: ['GET', 'POST'],
        url: '/trpc/*',
        handlerTimeout,
        handler: (request, reply) => {
          const path = (request.params as { '*': string })['*']
          if (isOpenToPages(request)) reply.header('access-control-allow-origin', '*').removeHeader(resourcePolicy)
          return serveTrpc(router, contextOf(request, house), path, request, reply)
        },
      })
      // The same call without Fastify's clock, which makes and aborts a controller for each: its one statement has its
      // own limit (packages/db patience), and it is the call that a visitor waits for.
      scope.route({
        ...shared,
        method: 'POST',
        url: '/trpc/visitor.say',
        handler: (request, reply) => serveTrpc(router, contextOf(request, house), 'visitor.say', request, reply),
      })
      // By any other method, too, the answer is ours, with a code, and not the host's page for what it does not know.
      scope.route({
        ...shared,
        method: app.supportedMethods.filter((method) => method !== 'GET' && method !== 'POST'),
        url: '/trpc/*',
        handler: async (request, reply) => (asksForConfig(request) ? reply.headers(anyHeader).send() : noSuchCall()),
      })
    })

    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        Object.assign(route, { bodyLimit, handlerTimeout })
      })
      // Before they are counted for anybody by name, whoever calls has only an address. It has few of these at once: until
      // the answer is made, not until it was taken. Behind a stream on the same connection no answer ever leaves.
      const made = new WeakMap<FastifyRequest, () => void>()
      scope.addHook('onSend', (request, _, payload, done) => {
        made.get(request)?.()
        done(null, payload)
      })
      scope.addHook('preHandler', async (request, reply) => {
        const ctx = contextOf(request, house)
        const { meter } = house
        if (!meter) return
        const begun = new Promise<void>((begin, refuse) => {
          const answered = async () => {
            begin()
            const answer = new Promise<void>((done) => made.set(request, done))
            await Promise.race([answer, finished(reply.raw).catch(() => {})])
          }
          meter.run(ctx, true, 4, answered).catch(refuse)
        })
        await begun.catch((error: unknown) => toldRate(ctx, reply, error))
      })
      identity(scope)
    })

    for (const route of routes) {
      const [method, url] = route.address.split(' ') as ['GET' | 'POST', string]
      app.route({
        method,
        url,
        bodyLimit,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const ctx = contextOf(request, house)
          return await route.serve(ctx, request, reply).catch((error: unknown) => toldRate(ctx, reply, error))
        },
      })
    }
  }
}

/** Throws the error again, once the answer says what it says of allowances. */
async function toldRate(ctx: Context, reply: FastifyReply, error: unknown): Promise<never> {
  const wait = retryAfterOf(error)
  if (wait !== undefined) await tellRate({ ...ctx, retryAfter: wait }, reply)
  throw error
}

const resourcePolicy = 'cross-origin-resource-policy'
const safe = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  [resourcePolicy]: 'same-origin',
}

/** The one call that a foreign page makes itself: the widget's loader asks whether and how to show. It reads no cookie. */
const isOpenToPages = (request: FastifyRequest) =>
  request.method === 'GET' && (request.params as { '*': string })['*'] === 'visitor.config'

/** Agents that trace a page's requests add headers to them, so that the browser asks first. Nobody reads them here. */
const asksForConfig = (request: FastifyRequest) =>
  request.method === 'OPTIONS' &&
  request.headers['access-control-request-method'] === 'GET' &&
  (request.params as { '*': string })['*'] === 'visitor.config'

/** `*` is every header but Authorization, and not for requests with cookies (Fetch standard): no key can come along. */
const anyHeader = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
  'cache-control': 'public, max-age=86400',
}

/** The refusal of a change that a page of somebody else could have caused. */
function strange(origins: ReadonlySet<string>, { headers }: FastifyRequest, cookie: SessionCookie): Error | undefined {
  try {
    const signedIn = cookie.read(headers.cookie) !== undefined
    checkOrigin(origins, { origin: headers.origin, site: headers['sec-fetch-site'], cookie: signedIn })
    return undefined
  } catch (error) {
    return error as Error
  }
}

// A form or a text/plain body can be sent from any page without asking first; JSON cannot.
function jsonOnly(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body, done)
  })
  app.addHook('preHandler', (request, _, done) => {
    const bare = request.method === 'POST' && request.headers['content-type'] === undefined
    const message = 'Changes are sent as JSON. Set the content type application/json.'
    done(bare ? new Refused('WRONG_CONTENT_TYPE', message) : undefined)
  })
}
