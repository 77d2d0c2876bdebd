import { timingSafeEqual } from 'node:crypto'
import { type createApi, Refused } from '@rolecall/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export type Operator = ReturnType<typeof createApi>['operator']

/** What the command line asks for. */
export type Order =
  | { verb: 'members set-role'; email: string; role: string }
  | { verb: 'tokens create'; email: string; permissions: string[]; name: string }

/** Carries out an order. @throws {Refused} with a sentence that says why not */
export async function obey(operator: Operator, order: Order): Promise<unknown> {
  if (order.verb === 'members set-role') return operator.setRole(order.email, order.role)
  return operator.createToken(order.email, order.permissions, order.name)
}

/**
 * The command line's way to a running server that alone may touch its embedded database: from this machine, with the
 * key that only the owner of the data folder can read.
 */
export function operatorRoute(app: FastifyInstance, operator: Operator, key: string): void {
  // Before the body: without the key there is no such address, whatever is sent to it.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isOperator(request, key)) return reply.callNotFound()
  }
  app.post('/operator', { onRequest }, async (request, reply) => {
    const requestId = request.id
    const order = orderIn(request.body)
    if (!order) return reply.code(400).send({ code: 'INVALID_INPUT', message: 'There is no such order.', requestId })
    try {
      return { done: await obey(operator, order) }
    } catch (error) {
      if (error instanceof Refused) return reply.code(400).send({ ...error.refusal, requestId })
      throw error
    }
  })
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function isOperator({ socket, headers }: FastifyRequest, key: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Operator ${key}`)
  return loopback.has(socket.remoteAddress ?? '') && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The body as an order; undefined when it is none. */
export function orderIn(body: unknown): Order | undefined {
  const { verb, email, role, permissions, name, ...more } = (body ?? {}) as Record<string, unknown>
  if (typeof email !== 'string' || Object.keys(more).length > 0) return undefined
  if (verb === 'members set-role' && typeof role === 'string') return { verb, email, role }
  if (verb !== 'tokens create' || typeof name !== 'string' || !Array.isArray(permissions)) return undefined
  return permissions.every((one) => typeof one === 'string') ? { verb, email, permissions, name } : undefined
}
