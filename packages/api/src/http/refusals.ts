import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../guard/context.ts'
import { carrierOf, Refused, retryAfterOf } from '../refuse/errors.ts'
import { refusalFor } from '../refuse/refusal.ts'

/** Answers whatever a plain route threw with a Refusal, and logs what is our fault. */
export function answerError(house: House, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = ours(error)
  const refusal = refusalFor(known, request.id)
  const { status } = carrierOf(refusal.code)
  const line = { requestId: request.id, path: request.routeOptions.url, code: refusal.code }
  if (status >= 500) house.log.error({ ...line, err: error }, 'failed')
  else house.log.debug(line, 'refused')
  const wait = retryAfterOf(known)
  if (wait !== undefined) reply.header('retry-after', wait)
  return reply.code(status).send(refusal)
}

/** Fastify's own complaints in our words; everything else as it came. */
export function ours(error: unknown): unknown {
  const code = (error as FastifyError | null | undefined)?.code
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Refused('WRONG_CONTENT_TYPE', 'Changes are sent as JSON. Set the content type application/json.')
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refused('TOO_LARGE', 'This is more than 1 MB. Send less at once.')
  if (code === 'FST_ERR_HANDLER_TIMEOUT') {
    // It goes on, and may still be done: nobody may claim that it was not.
    return new Refused('UNAVAILABLE', 'This takes too long. Look whether it was done, or ask for less at once.', {}, 5)
  }
  // Node's word for a client that left in mid-body. Nobody reads the answer; it is no fault of ours, nor the database's.
  if (code === 'ECONNRESET' && (error as Error).message === 'aborted') {
    return new Refused('TOO_SLOW', 'The connection ended before the request did. Send it again.')
  }
  if (typeof code === 'string' && /^FST_ERR_CTP_|^ERR_INVALID_/.test(code)) {
    return new Refused('INVALID_INPUT', 'The body is not JSON that can be read. Correct it and send again.')
  }
  if (error instanceof SyntaxError && (error as FastifyError).statusCode === 400) {
    return new Refused('INVALID_INPUT', 'The body is not JSON that can be read. Correct it and send again.')
  }
  return error
}
