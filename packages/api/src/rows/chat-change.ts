import type { ChatTable } from '@rolecall/db'
import type { Author, Chat, Message } from '@rolecall/protocol'
import type { Updateable } from 'kysely'

/**
 * A chat whose row is locked, and what a verb does to it before anything is written: `say`, `assign` and `setStatus`
 * work on the value alone, saveChat writes all of it at once. So a verb reads as the product says it, the live event
 * carries what was stored, and a chat that leaves its author's scope need not be read again.
 */
export interface ChatChange {
  readonly was: { assigneeId: string | null; departmentId: string | null }
  chat: Chat
  readonly messages: Message[]
  readonly columns: Updateable<ChatTable>
  /** A member has answered before. */
  answered: boolean
  /** ISO time of the change, by the database's clock. */
  readonly at: string
  statusChanged: boolean
}

export function changeOf(chat: Chat, answered: boolean, at: Date): ChatChange {
  const was = { assigneeId: chat.assignee?.id ?? null, departmentId: chat.department?.id ?? null }
  return { was, chat, messages: [], columns: {}, answered, at: at.toISOString(), statusChanged: false }
}

/** Adds a message at the end. Notes and events are not shown to the visitor, so they are never the preview. */
export function say(
  change: ChatChange,
  message: { id: string; kind: Message['kind']; author: Author; body: string },
): Message {
  const { at, columns } = change
  const said: Message = { ...message, chatId: change.chat.id, seq: change.chat.lastSeq + 1, at }
  change.messages.push(said)
  change.chat = { ...change.chat, lastSeq: said.seq }
  columns.last_seq = said.seq
  // Who was assigned by whom is no news for the list: only what people wrote moves a chat up.
  if (said.kind === 'event') return said
  change.chat = { ...change.chat, activeAt: at }
  columns.active_at = at
  if (said.kind === 'message') asPreview(change, said)
  return said
}

function asPreview(change: ChatChange, said: Message): void {
  const { columns, at } = change
  const { author, body } = said
  change.chat = { ...change.chat, preview: { author, body, at } }
  Object.assign(columns, {
    preview_body: body,
    preview_kind: author.kind,
    preview_name: author.name,
    preview_author: author.id,
    preview_at: at,
  })
  if (author.kind === 'visitor') {
    change.chat = { ...change.chat, visitorCount: change.chat.visitorCount + 1 }
    columns.visitor_count = change.chat.visitorCount
  }
  if (author.kind === 'member' && !change.answered) {
    change.answered = true
    columns.first_reply_at = at
  }
}

/** Adds a line that tells the team what happened, such as "Ana closed the chat". */
export function tell(change: ChatChange, body: string): Message {
  return say(change, { id: crypto.randomUUID(), kind: 'event', author: { kind: 'system', id: null, name: '' }, body })
}

export function assign(change: ChatChange, assignee: { id: string; name: string } | null): void {
  change.chat = { ...change.chat, assignee }
  change.columns.assignee_id = assignee?.id ?? null
}

export function setDepartment(change: ChatChange, department: { id: string; name: string } | null): void {
  change.chat = { ...change.chat, department }
  change.columns.department_id = department?.id ?? null
}

export function setStatus(change: ChatChange, status: Chat['status']): void {
  change.chat = { ...change.chat, status }
  change.columns.status = status
  change.columns.closed_at = status === 'closed' ? change.at : null
  change.statusChanged = true
}
