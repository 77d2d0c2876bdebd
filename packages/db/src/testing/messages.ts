/** Cuts a stream of PostgreSQL's protocol into its messages: a letter, a length that counts itself, and the rest. */
export class Messages {
  #rest: Buffer = Buffer.alloc(0)

  take(chunk: Buffer, each: (type: string, message: Buffer) => void): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    while (this.#rest.length >= 5 && this.#rest.length > this.#rest.readInt32BE(1)) {
      const end = this.#rest.readInt32BE(1) + 1
      const message = this.#rest.subarray(0, end)
      this.#rest = this.#rest.subarray(end)
      each(message.toString('latin1', 0, 1), message)
    }
  }
}
