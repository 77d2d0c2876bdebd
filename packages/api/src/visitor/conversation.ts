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
  // The clock first: a stream opened after it repeats, at worst, what is read here, and misses nothing.
  const { now } = await tx
    .selectFrom('clock')
    .select('now')
    .where('account_id', '=', visitor.accountId)
    .executeTakeFirstOrThrow()
  const chat = await ownChat(tx, visitor).select(['chat.id', 'chat.status', 'chat.seen_seq']).executeTakeFirst()
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
    messages: messages.toReversed().flatMap((row) => messageForVisitor(toMessage(row)) ?? []),
    seenSeq: chat.seen_seq,
    event: now,
  }
}
