import type { LiveEvent, VisitorEvent } from '@rolecall/protocol'
import type { OutboxRow } from './row.ts'
import { forVisitor } from './visitor-view.ts'

/** One server-sent event as bytes on the wire. `id` is what a client resumes after. */
export const frame = (id: number, event: LiveEvent | VisitorEvent): Buffer =>
  Buffer.from(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`)

/**
 * An event on its way to many streams. Each view of it is turned into bytes once, when the first stream asks,
 * and all streams with the same view share those bytes.
 */
export class Parcel {
  readonly row: OutboxRow
  #whole: Buffer | undefined
  #gone: Buffer | undefined
  #visitor: Buffer | null | undefined

  constructor(row: OutboxRow) {
    this.row = row
  }

  /** As it was written. */
  whole(): Buffer {
    this.#whole ??= frame(this.row.id, this.row.data as LiveEvent)
    return this.#whole
  }

  /** All that is told of a chat which the reader no longer sees. */
  gone(): Buffer {
    this.#gone ??= frame(this.row.id, { type: 'chat.gone', chatId: this.row.chat_id ?? '' })
    return this.#gone
  }

  /** What the visitor of this chat may know, or null. */
  visitor(): Buffer | null {
    if (this.#visitor === undefined) {
      const event = forVisitor(this.row)
      this.#visitor = event && frame(this.row.id, event)
    }
    return this.#visitor
  }
}
