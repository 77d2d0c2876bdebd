import type { Instant } from '../column.ts'

export interface LimitsTables {
  attempt: AttemptTable
}

/** Guesses counted per key and window (sign-in, reset, set-up, visitor start). */
export interface AttemptTable {
  /** 'sign-in:email:<hash>', 'sign-in:ip:<hash>' … */
  key: string
  count: number
  window_ends_at: Instant
}
