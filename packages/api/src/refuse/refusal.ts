import type { Refusal } from '@rolecall/protocol'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { Refused } from './errors.ts'
import { isThereAlready, type Outage, outageOf } from './outage.ts'

const say = {
  internal: 'Something went wrong on our side. Try again; if it stays, send us the request id.',
  input: 'Some fields are not as they should be. Correct them and send again.',
  taken:
    'Somebody did the same at this very moment. Look at what is there now, and repeat yours if it is still needed.',
  absent: 'There is nothing at this address. Check its spelling.',
  large: 'This is more than 1 MB. Send less at once.',
} as const

const unavailable: Record<Outage, string> = {
  down: 'The database cannot be reached at the moment. Nothing was changed; try again in a few seconds.',
  slow: 'This took too long and was stopped. Nothing was changed; ask for less at once, or try again in a while.',
  locked: 'Something else holds what this needs, so it was stopped. Nothing was changed; try again in a few seconds.',
  full: 'The server has no room left to store anything. Nothing was changed; tell whoever runs it.',
  busy: 'Too much is asked of the database at this moment. Nothing was changed; try again in a few seconds.',
}

const fieldsOf = (error: ZodError) =>
  error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.').slice(0, 200), message: issue.message.slice(0, 200) }))

/** Any thrown value as the refusal that the client gets: codes and sentences of ours, never the text of a stranger's error. */
export function refusalFor(error: unknown, requestId: string): Refusal {
  if (error instanceof Refused) return { ...error.refusal, requestId }
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (cause instanceof Refused) return { ...cause.refusal, requestId }
  if (cause instanceof ZodError)
    return { code: 'INVALID_INPUT', message: say.input, requestId, fields: fieldsOf(cause) }
  const outage = outageOf(cause)
  if (outage) return { code: 'UNAVAILABLE', message: unavailable[outage], requestId }
  // Here and nowhere else: whatever may be there only once, those who come second are told so.
  if (isThereAlready(cause)) return { code: 'CONFLICT', message: say.taken, requestId }
  if (error instanceof TRPCError) {
    if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
      return { code: 'NOT_FOUND', message: say.absent, requestId }
    if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'TOO_LARGE', message: say.large, requestId }
    if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR')
      return { code: 'INVALID_INPUT', message: say.input, requestId }
  }
  return { code: 'INTERNAL', message: say.internal, requestId }
}
