/** So many units at once, and so many more each second. */
export interface Allowance {
  burst: number
  perSecond: number
}

/** What is left of an allowance, or for how many seconds there is nothing left. */
export interface Level {
  left: number
  wait: number
}

/**
 * A bucket of units for everybody, in the memory of one process: a write per call would halve what the api serves. A
 * bucket that was left alone for as long as it takes to fill is full, so it is forgotten, and there are never more of
 * them than were used within twice that time.
 */
export class Buckets {
  readonly allowance: Allowance
  readonly #now: () => number
  #young = new Map<string, { left: number; at: number }>()
  #old = new Map<string, { left: number; at: number }>()
  #turned: number

  constructor(allowance: Allowance, now: () => number = () => performance.now()) {
    this.allowance = allowance
    this.#now = now
    this.#turned = now()
  }

  /** Seconds in which an empty bucket is full again. */
  get seconds(): number {
    return this.allowance.burst / this.allowance.perSecond
  }

  /** What is there, without taking any. */
  level(whose: string, cost = 1): Level {
    const { burst, perSecond } = this.allowance
    const left = this.#leftOf(whose, this.#now())
    // What costs more than all there is can still be had, from a full bucket.
    const short = Math.min(cost, burst) - left
    return { left: Math.max(0, Math.floor(left)), wait: short > 0 ? Math.ceil(short / perSecond) : 0 }
  }

  take(whose: string, cost: number): void {
    const at = this.#now()
    const left = this.#leftOf(whose, at) - cost
    this.#old.delete(whose)
    this.#young.set(whose, { left, at })
  }

  #leftOf(whose: string, at: number): number {
    const { burst, perSecond } = this.allowance
    if (at - this.#turned > this.seconds * 1000) {
      this.#old = at - this.#turned > this.seconds * 2000 ? new Map() : this.#young
      this.#young = new Map()
      this.#turned = at
    }
    const bucket = this.#young.get(whose) ?? this.#old.get(whose)
    return bucket ? Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond) : burst
  }
}
