import { timingSafeEqual } from 'node:crypto'
import type { Socket } from 'node:net'
import { type createApi, Refused } from '@rolecall/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { orderIn } from './order.ts'

type Api = ReturnType<typeof createApi>
export type Obey = Api['operator']['obey']

/**
 * The command line's way to a running server that alone may touch its embedded database: from this machine, with the
 * key that only the owner of the data folder can read.
 */
export function operatorRoute(app: FastifyInstance, obey: Obey, key: string): void {
  // Before the body: without the key there is no such address, whatever is sent to it.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isOperator(request, key)) return reply.callNotFound()
  }
  app.post('/operator', { onRequest }, async (request, reply) => {
    const requestId = request.id
    const order = orderIn(request.body)
    if (!order) return reply.code(400).send({ code: 'INVALID_INPUT', message: 'There is no such order.', requestId })
    try {
      return { done: await obey(order.verb, order.email, order.input) }
    } catch (error) {
      if (error instanceof Refused) return reply.code(400).send({ ...error.refusal, requestId })
      throw error
    }
  })
}

function isOperator({ socket, headers }: FastifyRequest, key: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Operator ${key}`)
  return isOwn(socket) && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Who comes from the address that they came to is this machine, as all of 127.0.0.0/8 and ::1 are. */
export function isOwn({
  remoteAddress = '',
  localAddress = '',
}: Pick<Socket, 'remoteAddress' | 'localAddress'>): boolean {
  return remoteAddress !== '' && (remoteAddress === localAddress || /^(::ffff:)?127\.|^::1$/.test(remoteAddress))
}
