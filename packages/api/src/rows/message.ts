import type { MessageTable } from '@rolecall/db'
import type { Message } from '@rolecall/protocol'
import type { Insertable, Selectable } from 'kysely'

/** A stored message as every member of the chat's scope reads it. */
export function toMessage(row: Selectable<MessageTable>): Message {
  return {
    id: row.id,
    chatId: row.chat_id,
    seq: row.seq,
    author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
    kind: row.kind,
    body: row.body,
    at: row.at.toISOString(),
  }
}

/** A message as it is stored. */
export function fromMessage(accountId: string, message: Message): Insertable<MessageTable> {
  return {
    account_id: accountId,
    id: message.id,
    chat_id: message.chatId,
    seq: message.seq,
    author_kind: message.author.kind,
    author_id: message.author.id,
    author_name: message.author.name,
    kind: message.kind,
    body: message.body,
    at: message.at,
  }
}
