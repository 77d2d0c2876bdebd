import type { ChatRow, ChatStatus, Contact, Message } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { visibleChats } from '../guard/visible.ts'
import { notFound } from '../refuse/errors.ts'
import { chatRows, toChatRow } from '../rows/chat.ts'
import { contactRows, toContact } from '../rows/contact.ts'
import { id } from '../rows/input.ts'
import { toMessage } from '../rows/message.ts'

const input = z.strictObject({
  chatId: id,
  /** Messages with a smaller `seq`; absent: the newest. */
  before: z.int().min(1).max(2_147_483_647).optional(),
  limit: z.int().min(1).max(200).default(100),
})

interface Thread {
  chat: ChatRow
  /** null: the caller lacks `contacts.view`. */
  contact: Contact | null
  /** Ascending by `seq`. */
  messages: Message[]
  /** There are older ones. */
  more: boolean
  /** The contact's other chats that the caller may see, newest first, at most 20. */
  earlier: { id: string; createdAt: string; status: ChatStatus }[]
}

/** One chat with a page of its messages, notes and events included. */
export const thread = guard
  .may('inbox.view')
  .input(input)
  .query(async ({ ctx: { tx, scope }, input }): Promise<Thread> => {
    const chat = await chatRows(tx, scope).where('chat.id', '=', input.chatId).executeTakeFirst()
    if (!chat) return notFound()
    const contact = await contactRows(tx, scope).where('contact.id', '=', chat.contact_id).executeTakeFirst()
    const messages = await tx
      .selectFrom('message')
      .selectAll()
      .where('account_id', '=', chat.account_id)
      .where('chat_id', '=', chat.id)
      .$if(input.before !== undefined, (older) => older.where('seq', '<', input.before ?? 0))
      .orderBy('seq', 'desc')
      .limit(input.limit + 1)
      .execute()
    const earlier = await visibleChats(tx, scope)
      .where('chat.contact_id', '=', chat.contact_id)
      .where('chat.id', '!=', chat.id)
      .select(['chat.id', 'chat.created_at', 'chat.status'])
      .orderBy('chat.created_at', 'desc')
      .limit(20)
      .execute()
    return {
      chat: toChatRow(chat),
      contact: contact ? toContact(contact) : null,
      messages: messages.slice(0, input.limit).toReversed().map(toMessage),
      more: messages.length > input.limit,
      earlier: earlier.map((one) => ({ id: one.id, createdAt: one.created_at.toISOString(), status: one.status })),
    }
  })
