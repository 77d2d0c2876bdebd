import { refusalOf } from '@rolecall/client'
import type { Refusal } from '@rolecall/protocol'
import { words } from '../words.ts'

/** What went wrong, in a sentence that says what to do. */
export interface Failure {
  text: string
  /** null: no answer came (no network, server down). */
  refusal: Refusal | null
  /** Trying again may help. */
  retry: boolean
}

const lasting = new Set(['PERMISSION_MISSING', 'NOT_SIGNED_IN', 'NOT_FOUND', 'INVALID_INPUT', 'TOO_LARGE', 'PREVIEW'])

export function failureOf(error: unknown): Failure {
  const refusal = refusalOf(error)
  if (!refusal) return { text: words.failure.unreachable, refusal: null, retry: true }
  const text =
    refusal.code === 'INTERNAL' ? `${refusal.message} (${words.failure.request} ${refusal.requestId})` : refusal.message
  return { text, refusal, retry: !lasting.has(refusal.code) }
}
