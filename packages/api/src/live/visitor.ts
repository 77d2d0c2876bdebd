import type { LiveEvent } from '@rolecall/protocol'
import type { VisitorVisit } from '../guard/route.ts'
import { ownChat } from '../guard/visible.ts'
import { eventFrame } from './frame.ts'
import type { Earlier } from './outbox.ts'
import { Parcel } from './parcel.ts'
import { Stream } from './stream.ts'
import type { Wire } from './wire.ts'

/** A visitor's stream: their own chat, and the switches. */
export class VisitorStream extends Stream {
  protected override readonly chatId: string
  readonly #open: VisitorVisit['open']
  /** undefined: not known, for a reader who was away. */
  #closed: boolean | undefined

  constructor(wire: Wire, open: VisitorVisit['open'], chatId: string) {
    super(wire)
    this.#open = open
    this.chatId = chatId
  }

  protected async enter(behind: boolean): Promise<void> {
    const chat = await this.#open(({ tx, visitor }) => ownChat(tx, visitor).select('status').executeTakeFirst())
    this.#closed = behind ? undefined : chat?.status === 'closed'
  }

  protected see(parcel: Parcel): undefined {
    const { row } = parcel
    if (row.chat_id !== this.chatId && row.type !== 'switches') return
    const { type, chat } = row.data as LiveEvent & { type: 'chat' }
    const closed = chat?.status === 'closed'
    // Chats change in ways that are the team's own affair; the visitor is told when theirs closes or opens again.
    if (type === 'chat' && closed === this.#closed) return
    const bytes = parcel.visitor()
    if (!bytes) return
    this.wire.write(bytes)
    if (row.type === 'message' && !closed && this.#closed !== false)
      this.wire.write(eventFrame(row.id, { type: 'reopened' }))
    if (chat) this.#closed = closed
    if (row.type === 'chat.gone') this.wire.end()
  }

  protected seeEarlier({ row }: Earlier): void {
    this.see(new Parcel(row))
  }
}
