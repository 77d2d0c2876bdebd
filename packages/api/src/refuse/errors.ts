import type { Refusal, RefusalCode } from '@rolecall/protocol'
import { TRPCError } from '@trpc/server'

// How each refusal travels: tRPC's name for it, and the HTTP status.
const carriers: Record<RefusalCode, { trpc: TRPCError['code']; status: number }> = {
  PERMISSION_MISSING: { trpc: 'FORBIDDEN', status: 403 },
  NOT_SIGNED_IN: { trpc: 'UNAUTHORIZED', status: 401 },
  NOT_FOUND: { trpc: 'NOT_FOUND', status: 404 },
  INVALID_INPUT: { trpc: 'BAD_REQUEST', status: 400 },
  CONFLICT: { trpc: 'CONFLICT', status: 409 },
  NOT_NOW: { trpc: 'PRECONDITION_FAILED', status: 412 },
  PREVIEW: { trpc: 'PRECONDITION_FAILED', status: 412 },
  OTHER_MEMBER: { trpc: 'CONFLICT', status: 409 },
  TOO_MANY: { trpc: 'TOO_MANY_REQUESTS', status: 429 },
  TOO_SLOW: { trpc: 'TIMEOUT', status: 408 },
  TOO_LARGE: { trpc: 'PAYLOAD_TOO_LARGE', status: 413 },
  WRONG_ORIGIN: { trpc: 'FORBIDDEN', status: 403 },
  WRONG_CONTENT_TYPE: { trpc: 'UNSUPPORTED_MEDIA_TYPE', status: 415 },
  WIDGET_HIDDEN: { trpc: 'FORBIDDEN', status: 403 },
  UNAVAILABLE: { trpc: 'SERVICE_UNAVAILABLE', status: 503 },
  INTERNAL: { trpc: 'INTERNAL_SERVER_ERROR', status: 500 },
}

/** How a refusal with this code travels: tRPC's name for it, and the HTTP status. */
export const carrierOf = (code: RefusalCode) => carriers[code]

type More = Pick<Refusal, 'permission' | 'role' | 'fields'>

/** An expected "no". Throw it through `refuse`; whatever else is thrown reaches the client as INTERNAL, without a word of it. */
export class Refused extends TRPCError {
  readonly refusal: Omit<Refusal, 'requestId'>
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined
  constructor(code: RefusalCode, message: string, more: More = {}, retryAfter?: number) {
    super({ code: carriers[code].trpc, message })
    this.retryAfter = retryAfter
    this.name = 'TRPCError'
    this.refusal = { code, message, ...more }
  }
}

/** Seconds until it is worth trying again, where the refusal says so. */
export function retryAfterOf(error: unknown): number | undefined {
  if (error instanceof Refused) return error.retryAfter
  return error instanceof Error && error.cause instanceof Refused ? error.cause.retryAfter : undefined
}

/** Says no. `message` is a sentence for people that says what to do; it must not repeat what the caller sent. */
export function refuse(code: RefusalCode, message: string, more?: More): never {
  throw new Refused(code, message, more)
}

/** The one answer for what does not exist and for what the caller may not see: both must look alike (ASVS 8.2.2). */
export function notFound(): never {
  return refuse('NOT_FOUND', 'There is nothing here, or it is not yours to see. Go back and pick it from a list.')
}

export function notSignedIn(): never {
  return refuse('NOT_SIGNED_IN', 'You are not signed in, or your session ended. Sign in and try again.')
}
