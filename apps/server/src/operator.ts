import { timingSafeEqual } from 'node:crypto'
import { type createApi, Refused } from '@rolecall/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Order, orderIn } from './order.ts'

export type Operator = ReturnType<typeof createApi>['operator']

/** Carries out an order. @throws {Refused} with a sentence that says why not */
export async function obey(operator: Operator, order: Order): Promise<unknown> {
  switch (order.verb) {
    case 'members set-role':
      return operator.setRole(order.email, order.role)
    case 'tokens create':
      return operator.createToken(order.email, order.permissions, order.name)
    case 'roles export':
      return operator.exportRoles(order.email)
    case 'roles import':
      return operator.importRoles(order.email, order.document, order)
    case 'plan set':
      return operator.setPlan(order.email, order.plan)
  }
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
