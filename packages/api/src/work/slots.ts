/** Who waits for a slot and does not get one in time, or finds the queue full. */
export class NoSlot extends Error {}

interface Waiting {
  keys: readonly string[]
  go: () => void
}

/**
 * Things that may be done by few at once: so many for each key, and what is too much waits in a queue that has an end.
 * Whoever is behind somebody who still waits for a slot of theirs goes first where their own are free.
 */
export class Slots {
  readonly #most: (key: string) => number
  readonly #longest: number
  readonly #patienceMs: number
  readonly #rests: boolean
  readonly #busy = new Map<string, number>()
  readonly #queue: Waiting[] = []

  /**
   * @param longest of the queue for one key: whoever fills theirs leaves the others' as it is
   * @param options.rests that a slot stays taken, after its work, for as long as the work took
   */
  constructor(most: (key: string) => number, longest: number, patienceMs: number, { rests = false } = {}) {
    this.#rests = rests
    this.#most = most
    this.#longest = longest
    this.#patienceMs = patienceMs
  }

  /** Runs it once every key has a slot. @throws {NoSlot} */
  async run<T>(keys: readonly string[], run: () => Promise<T>): Promise<T> {
    if (!this.#free(keys)) await this.#wait(keys)
    else this.#count(keys, 1)
    const began = performance.now()
    const free = () => {
      this.#count(keys, -1)
      this.#next()
    }
    try {
      return await run()
    } finally {
      if (this.#rests) setTimeout(free, performance.now() - began).unref()
      else free()
    }
  }

  #free(keys: readonly string[]): boolean {
    return keys.every((key) => (this.#busy.get(key) ?? 0) < this.#most(key))
  }

  #count(keys: readonly string[], step: number): void {
    for (const key of keys) {
      const busy = (this.#busy.get(key) ?? 0) + step
      if (busy > 0) this.#busy.set(key, busy)
      else this.#busy.delete(key)
    }
  }

  #wait(keys: readonly string[]): Promise<void> {
    const full = (key: string) => this.#queue.filter((one) => one.keys.includes(key)).length >= this.#longest
    if (this.#queue.length >= this.#longest && keys.some(full)) throw new NoSlot()
    return new Promise((done, fail) => {
      const waiting: Waiting = {
        keys,
        go: () => {
          clearTimeout(timer)
          done()
        },
      }
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1)
        fail(new NoSlot())
      }, this.#patienceMs)
      this.#queue.push(waiting)
    })
  }

  #next(): void {
    for (let index = 0; index < this.#queue.length; ) {
      const waiting = this.#queue[index] as Waiting
      if (!this.#free(waiting.keys)) {
        index++
        continue
      }
      this.#queue.splice(index, 1)
      this.#count(waiting.keys, 1)
      waiting.go()
    }
  }
}
