import type { preParsingHookHandler } from 'fastify'
import { Refused } from '../refuse/errors.ts'

/** From the head of a request to the end of its body. What is larger than a call has a limit of its own. */
const bodyMs = 4500

/**
 * Refuses who does not send what they announced (RFC 9110, 15.5.9), one who asked for "100 Continue" and fell silent
 * too. The body's reader hears it as an error of the body, so the answer is ours and leaves on an open connection.
 */
export const refuseSlowBody: preParsingHookHandler = (request, _, payload, done) => {
  if (!request.raw.complete) {
    const late = setTimeout(() => {
      if (request.raw.complete || payload.listenerCount('error') === 0) return
      payload.emit('error', new Refused('TOO_SLOW', 'The request did not arrive in time. Send it again.'))
    }, bodyMs)
    payload.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late))
  }
  done(null, payload)
}
