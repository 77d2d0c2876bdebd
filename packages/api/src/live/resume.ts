import type { FastifyRequest } from 'fastify'
import { refuse } from '../refuse/errors.ts'

/** The id to go on after: `?after=`, or what a browser's EventSource sends when it reconnects. null: from now on. */
export function resumesAfter(request: FastifyRequest): number | null {
  const said = request.headers['last-event-id'] ?? (request.query as { after?: unknown }).after
  if (said === undefined) return null
  if (typeof said === 'string' && /^\d{1,15}$/.test(said)) return Number(said)
  return refuse('INVALID_INPUT', 'The event to go on after is a number. Leave it out to start from now.')
}
