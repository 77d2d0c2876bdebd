import type { FastifyRequest } from 'fastify'
import { type Context, type House, house } from '../guard/context.ts'
import { credentialOf } from './credential.ts'
import { pageOf } from './page.ts'

/** What a request brings along. `request.ip` is the socket's address unless the host trusts a proxy (Fastify's trustProxy). */
export const contextOf = (request: FastifyRequest, theHouse: House): Context => ({
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers['user-agent'],
  page: pageOf(request.headers),
  credential: credentialOf(request.raw, theHouse.cookie),
  cookie: request.headers.cookie,
  cookies: [],
  [house]: theHouse,
})
