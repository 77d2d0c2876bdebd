import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../guard/context.ts'
import { carrierOf, Refused } from '../refuse/errors.ts'
import { refusalFor } from '../refuse/refusal.ts'

/** Answers whatever a plain route threw with a Refusal, and logs what is our fault. */
export function answerError(house: House, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = ours(error)
  const refusal = refusalFor(known, request.id)
  const { status } = carrierOf(refusal.code)
  const line = { requestId: request.id, path: request.routeOptions.url, code: refusal.code }
  if (status >= 500) house.log.error({ ...line, err: error }, 'failed')
  else house.log.debug(line, 'refused')
  if (known instanceof Refused && known.retryAfter !== undefined) reply.header('retry-after', known.retryAfter)
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
    return new Refused(
      'UNAVAILABLE',
      'This took longer than 30 seconds. Try again in a while, or ask for less at once.',
    )
  }
  if (typeof code === 'string' && /^FST_ERR_CTP_|^ERR_INVALID_/.test(code)) {
    return new Refused('INVALID_INPUT', 'The body is not JSON that can be read. Correct it and send again.')
  }
  if (error instanceof SyntaxError && (error as FastifyError).statusCode === 400) {
    return new Refused('INVALID_INPUT', 'The body is not JSON that can be read. Correct it and send again.')
  }
  return error
}
