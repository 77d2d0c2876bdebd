import { Refused } from '../refuse/errors.ts'
import { outageOf } from '../refuse/outage.ts'
import { NoSlot, Slots } from '../work/slots.ts'

/** After a call that waited in vain for what somebody else holds, its door is tried by few for so long. */
const openMs = 2000
const patienceMs = 300
/** Tries at once, of one door and of all such doors: never so many that the rest finds no free connection. */
const tries = { door: 2, all: 5 }

/**
 * A table that is locked, or a row that is held, stops the calls that need it. Each waits on a connection until its time
 * is up; so many of them that none is left would stop everybody. Whether a door needs it shows when one of its calls
 * was stopped: then the door is tried by few, and the others are told at once.
 */
export class Fuse {
  readonly #until = new Map<string, number>()
  readonly #slots = new Slots((key) => (key === 'all' ? tries.all : tries.door), 50, patienceMs)
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  async run<T>(door: string, run: () => Promise<T>): Promise<T> {
    const until = this.#until.get(door)
    if (until === undefined) return await this.#heard(door, run)
    if (this.#now() >= until) {
      this.#until.delete(door)
      return await this.#heard(door, run)
    }
    try {
      return await this.#slots.run([`door ${door}`, 'all'], () => this.#heard(door, run))
    } catch (error) {
      if (!(error instanceof NoSlot)) throw error
      throw new Refused(
        'UNAVAILABLE',
        'Something else holds what this needs. Nothing was changed; try again in a few seconds.',
        {},
        2,
      )
    }
  }

  /** tRPC's `next()` does not throw: its result says what went wrong. */
  async #heard<T>(door: string, run: () => Promise<T>): Promise<T> {
    try {
      const result = await run()
      this.#hear(door, (result as { error?: unknown } | null | undefined)?.error)
      return result
    } catch (error) {
      this.#hear(door, error)
      throw error
    }
  }

  #hear(door: string, error: unknown): void {
    const outage = error === undefined ? undefined : outageOf(error)
    if (outage === 'locked' || outage === 'slow') this.#until.set(door, this.#now() + openMs)
  }
}
