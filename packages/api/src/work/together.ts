/**
 * Those who ask for the same thing while it is being read wait for the next reading, and share it: however many ask, it is
 * read by one at a time, and nobody is told what was so before they asked.
 */
export class Together {
  readonly #reading = new Map<string, Promise<unknown>>()
  readonly #next = new Map<string, Promise<unknown>>()

  /** @param key one for each thing: all who give it must mean the same `read` */
  run<T>(key: string, read: () => Promise<T>): Promise<T> {
    const reading = this.#reading.get(key)
    if (!reading) return this.#read(key, read)
    const next = this.#next.get(key) ?? this.#after(reading, key, read)
    return next as Promise<T>
  }

  #read<T>(key: string, read: () => Promise<T>): Promise<T> {
    const reading = read().finally(() => {
      if (this.#reading.get(key) === reading) this.#reading.delete(key)
    })
    this.#reading.set(key, reading)
    return reading
  }

  #after<T>(reading: Promise<unknown>, key: string, read: () => Promise<T>): Promise<T> {
    const go = () => {
      this.#next.delete(key)
      return this.#read(key, read)
    }
    const next = reading.then(go, go)
    this.#next.set(key, next)
    return next
  }
}
