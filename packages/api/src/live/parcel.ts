import type { LiveEvent } from '@rolecall/protocol'
import { eventFrame, type Frame, visitorFrame } from './frame.ts'
import type { OutboxRow } from './row.ts'
import { forVisitor } from './visitor-view.ts'

/**
 * An event on its way to many streams. Each view of it is turned into bytes once, when the first stream asks,
 * and all streams with the same view share those bytes.
 */
export class Parcel {
  readonly row: OutboxRow
  #whole: Frame | undefined
  #gone: Frame | undefined
  #visitor: Frame | null | undefined

  constructor(row: OutboxRow) {
    this.row = row
  }

  /** As it was written. */
  whole(): Frame {
    this.#whole ??= eventFrame(this.row.id, this.row.data as LiveEvent)
    return this.#whole
  }

  /** All that is told of a chat which the reader no longer sees. */
  gone(): Frame {
    this.#gone ??= eventFrame(this.row.id, { type: 'chat.gone', chatId: this.row.chat_id ?? '' })
    return this.#gone
  }

  /** What the visitor of this chat may know, or null. */
  visitor(): Frame | null {
    if (this.#visitor === undefined) {
      const event = forVisitor(this.row)
      this.#visitor = event && visitorFrame(event)
    }
    return this.#visitor
  }
}
