import type { Refusal } from '@rolecall/protocol'

/** A refusal of something that is not a tRPC call, such as the live stream. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Why the server said no, from any error of this client. null: no answer of ours (no network, a proxy's page). */
export function refusalOf(error: unknown): Refusal | null {
  const { refusal, data } = (error ?? {}) as { refusal?: unknown; data?: { refusal?: unknown } | null }
  const found = refusal ?? data?.refusal
  return isRefusal(found) ? found : null
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value
