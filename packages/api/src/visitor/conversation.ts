import type { Tx } from '@rolecall/db'
import type { Conversation } from '@rolecall/protocol'
import type { VisitorContext } from '../guard/context.ts'
import { ownChat } from '../guard/visible.ts'
import { notFound } from '../refuse/errors.ts'
import { messageForVisitor } from '../rows/for-visitor.ts'
import { toMessage } from '../rows/message.ts'

/** Newest messages that a conversation brings along. */
const most = 200

/** The visitor's conversation as they may see it: no notes, no lines about the team, of members only the first name. */
export async function conversationOf(tx: Tx, visitor: VisitorContext['visitor']): Promise<Conversation> {
  const chat = await ownChat(tx, visitor)
    .select(['chat.id', 'chat.status', 'chat.seen_seq', 'chat.shown_seq'])
    .executeTakeFirst()
  if (!chat) return notFound()
  const messages = await tx
    .selectFrom('message')
    .selectAll()
    .where('account_id', '=', visitor.accountId)
    .where('chat_id', '=', chat.id)
    .where('kind', '=', 'message')
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  return {
    chatId: chat.id,
    status: chat.status,
    messages: messages.toReversed().flatMap((row) => messageForVisitor(toMessage(row), row.shown) ?? []),
    seenSeq: await shownUpTo(tx, visitor, chat.seen_seq),
    // Read before the messages: a stream that is opened after it repeats, at worst, one of them, and misses nothing.
    event: chat.shown_seq,
  }
}

/** The visitor's number of the newest message up to the team's `seq`. */
export async function shownUpTo(tx: Tx, visitor: VisitorContext['visitor'], seq: number): Promise<number> {
  const row = await tx
    .selectFrom('message')
    .select('shown')
    .where('account_id', '=', visitor.accountId)
    .where('chat_id', '=', visitor.chatId)
    .where('seq', '<=', seq)
    .where('kind', '=', 'message')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.shown ?? 0
}
