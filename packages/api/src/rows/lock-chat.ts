import type { MemberContext, VisitorContext } from '../guard/context.ts'
import { ownChat, visibleChats } from '../guard/visible.ts'
import { notFound } from '../refuse/errors.ts'
import { type ChatRecord, chatRows, ownChatRow, toChat } from './chat.ts'
import { type ChatChange, changeOf } from './chat-change.ts'

/**
 * Locks a chat of the caller's scope until the transaction ends, so that what is added to it is dense and in order.
 * The lock comes first and alone: a row read in the same statement could be the one from before the wait.
 */
export async function lockChat(
  { tx, scope }: Pick<MemberContext, 'tx' | 'scope'>,
  chatId: string,
): Promise<ChatChange> {
  const held = await visibleChats(tx, scope)
    .where('chat.id', '=', chatId)
    .select('chat.id')
    .forUpdate()
    .executeTakeFirst()
  const row = held && (await chatRows(tx, scope).where('chat.id', '=', chatId).executeTakeFirst())
  return row ? begin(row) : notFound()
}

/** Holds such a chat against a delete in between, shared with others who do; returns how much its visitor has said. */
export async function holdChat({ tx, scope }: Pick<MemberContext, 'tx' | 'scope'>, chatId: string) {
  const held = await visibleChats(tx, scope)
    .where('chat.id', '=', chatId)
    .select(['chat.id', 'chat.visitor_count'])
    .forKeyShare()
    .executeTakeFirst()
  return held ?? notFound()
}

/** Locks the chat that a visitor's key opens. */
export async function lockOwnChat({ tx, visitor }: Pick<VisitorContext, 'tx' | 'visitor'>): Promise<ChatChange> {
  const held = await ownChat(tx, visitor).select('chat.id').forUpdate().executeTakeFirst()
  const row = held && (await ownChatRow(tx, visitor).executeTakeFirst())
  return row ? begin(row) : notFound()
}

const begin = (row: ChatRecord): ChatChange => changeOf(toChat(row), row.first_reply_at !== null, row.now)
