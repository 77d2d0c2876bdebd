import { Refused } from '../refuse/errors.ts'
import { outageOf } from '../refuse/outage.ts'
import { NoSlot, Slots } from '../work/slots.ts'

/** After a call that waited in vain for what somebody else holds, its door is tried by few for so long. */
const openMs = 2000
const patienceMs = 300
/** Tries at once, of one door and of all such doors: never so many that the rest finds no free connection. */
const tries = { door: 2, all: 5 }

/** Whoever finds half of the connections with calls of their own door waits so long for one of those to end. */
const queue = { longest: 500, patienceMs: 2000 }

const held = 'Something else holds what this needs. Nothing was changed; try again in a few seconds.'
const busy = 'Too many ask for the same at this moment. Nothing was changed; try again in a few seconds.'

/**
 * A table that is locked, or a row that is held, stops the calls that need it. Each waits on a connection until its time
 * is up; so many of them that none is left would stop everybody. So no door has more than half of the connections, and
 * once a call of it was stopped, which shows what it needs, it is tried by few, and the others are told at once.
 */
export class Fuse {
  readonly #until = new Map<string, number>()
  readonly #tries = new Slots((key) => (key === 'all' ? tries.all : tries.door), 50, patienceMs)
  readonly #doors: Slots
  readonly #now: () => number

  /** @param connections to the database, of which an embedded one has one, and waits in a queue of its own */
  constructor(connections: number, now: () => number = () => performance.now()) {
    const half = connections > 1 ? Math.ceil(connections / 2) : Number.POSITIVE_INFINITY
    this.#doors = new Slots(() => half, queue.longest, queue.patienceMs)
    this.#now = now
  }

  async run<T>(door: string, run: () => Promise<T>): Promise<T> {
    const tried = () => within(this.#tries, [`door ${door}`, 'all'], held, () => this.#heard(door, run))
    if (this.#isOpen(door)) return await tried()
    // Whoever waited may find it open by then.
    return await within(this.#doors, [door], busy, () => (this.#isOpen(door) ? tried() : this.#heard(door, run)))
  }

  #isOpen(door: string): boolean {
    const until = this.#until.get(door)
    if (until !== undefined && this.#now() < until) return true
    if (until !== undefined) this.#until.delete(door)
    return false
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

async function within<T>(slots: Slots, keys: readonly string[], sentence: string, run: () => Promise<T>): Promise<T> {
  try {
    return await slots.run(keys, run)
  } catch (error) {
    if (!(error instanceof NoSlot)) throw error
    throw new Refused('UNAVAILABLE', sentence, {}, 2)
  }
}
