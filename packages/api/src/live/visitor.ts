import type { LiveEvent } from '@rolecall/protocol'
import type { VisitorVisit } from '../guard/route.ts'
import { ownChat } from '../guard/visible.ts'
import { messageForVisitor } from '../rows/for-visitor.ts'
import { toMessage } from '../rows/message.ts'
import { idFrame, silence, visitorFrame } from './frame.ts'
import type { Parcel } from './parcel.ts'
import { type Source, Stream } from './stream.ts'
import type { Wire } from './wire.ts'

/** Who has missed more than this many messages reads the conversation anew. */
const most = 200

/**
 * A visitor's stream: their own chat, and the switches. It is numbered by the messages that they see, and goes on after one
 * of them: what was missed is read from the messages themselves, and how things stand is told once more.
 */
export class VisitorStream extends Stream {
  protected override readonly chatId: string
  readonly #open: VisitorVisit['open']
  readonly #resumed: number | null
  #closed = false
  /** Number of the newest message that was told. */
  #told = 0

  /** `after`: the visitor has seen the message with this number; null: from now on. */
  constructor(wire: Wire, open: VisitorVisit['open'], chatId: string, after: number | null) {
    super(wire)
    this.#open = open
    this.chatId = chatId
    this.#resumed = after
  }

  override start(source: Source): void {
    super.start(source, null)
  }

  protected async enter(): Promise<void> {
    const after = this.#resumed
    const { chat, missed } = await this.#open(async ({ tx, visitor }) => ({
      chat: await ownChat(tx, visitor)
        .innerJoin('account', 'account.id', 'chat.account_id')
        .select(['chat.status', 'chat.shown_seq', 'account.online', 'account.widget_shown'])
        .executeTakeFirstOrThrow(),
      missed:
        after === null
          ? []
          : await tx
              .selectFrom('message')
              .selectAll()
              .where('account_id', '=', visitor.accountId)
              .where('chat_id', '=', visitor.chatId)
              .where('shown', '>', after)
              .orderBy('seq', 'desc')
              .limit(most + 1)
              .execute(),
    }))
    this.#closed = chat.status === 'closed'
    this.#told = Math.max(chat.shown_seq, missed[0]?.shown ?? 0)
    if (after === null) return
    if (missed.length > most || after > this.#told) return this.wire.write(visitorFrame({ type: 'resync' }))
    for (const row of missed.toReversed()) {
      const message = messageForVisitor(toMessage(row), row.shown)
      if (message) this.wire.write(visitorFrame({ type: 'message', message }))
    }
    this.wire.write(visitorFrame({ type: this.#closed ? 'closed' : 'reopened' }))
    this.wire.write(visitorFrame({ type: 'switches', online: chat.online, widgetShown: chat.widget_shown }))
  }

  protected see(parcel: Parcel): undefined {
    const { row } = parcel
    if (row.chat_id !== this.chatId && row.type !== 'switches') return
    const { type, chat, shown } = row.data as LiveEvent & { type: 'message' }
    const closed = chat?.status === 'closed'
    if (type === 'message' && shown !== undefined && shown <= this.#told) return
    // Chats change in ways that are the team's own affair; the visitor is told when theirs closes or opens again.
    if ((row.type === 'chat' && closed === this.#closed) || !parcel.visitor()) return
    this.wire.write(parcel.visitor() ?? silence)
    if (shown !== undefined) this.#told = shown
    if (type === 'message' && !closed && this.#closed) this.wire.write(visitorFrame({ type: 'reopened' }))
    if (chat) this.#closed = closed
    if (row.type === 'chat.gone') this.wire.end()
  }

  // What was missed is read when the stream begins.
  protected seeEarlier(): void {}

  protected override tellAfter(): void {
    this.wire.write(idFrame(this.#told))
  }

  override beat(): void {
    this.wire.write(silence)
  }

  protected override resync(): void {
    this.wire.write(visitorFrame({ type: 'resync' }))
  }
}
