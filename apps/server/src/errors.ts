import type { Refusal, RefusalCode } from '@rolecall/protocol'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

const known: Record<number, [code: RefusalCode, message: string]> = {
  400: ['INVALID_INPUT', 'This request cannot be read. Check its address and its body.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  413: ['TOO_LARGE', 'This request is too large. Send less at once.'],
  415: ['WRONG_CONTENT_TYPE', 'This address takes application/json.'],
}

/**
 * The answer to what goes wrong outside the api: in the apps' files, the demo and the address itself. A code, a sentence
 * and the request's id, as everywhere; what really happened is in the log only.
 */
export function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode = 500 } = error
  const [status, [code, message]] =
    statusCode >= 400 && statusCode < 500
      ? ([statusCode, known[statusCode] ?? known[400]] as [number, [RefusalCode, string]])
      : ([
          500,
          [
            'INTERNAL',
            'Something went wrong here. Try again; if it stays, give the request id to whoever runs the server.',
          ],
        ] as const)
  if (status === 500) request.log.error({ requestId: request.id, err: error }, 'request failed')
  const refusal: Refusal = { code, message, requestId: request.id }
  void reply.code(status).header('cache-control', 'no-store').send(refusal)
}
