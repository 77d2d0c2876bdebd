import type { Chat, LiveEvent, Message } from '@rolecall/protocol'
import type { OutboxRow } from '../row.ts'

export const chat = (more: Partial<Chat> = {}): Chat => ({
  id: 'chat',
  contact: { id: 'contact', name: 'Vera Visitor' },
  status: 'open',
  assignee: null,
  department: null,
  lastSeq: 1,
  visitorCount: 1,
  preview: null,
  seenSeq: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  activeAt: '2026-01-01T00:00:00.000Z',
  ...more,
})

export const message = (more: Partial<Message> = {}): Message => ({
  id: 'message',
  chatId: 'chat',
  seq: 1,
  author: { kind: 'member', id: 'ana', name: 'Ana Maria Example' },
  kind: 'message',
  body: 'hello',
  at: '2026-01-01T00:00:00.000Z',
  ...more,
})

/** A row of the outbox about the chat `chat`. */
export const row = (id: number, data: LiveEvent, more: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  type: data.type,
  chat_id: 'chat' in data || data.type === 'chat.gone' ? 'chat' : null,
  member_id: null,
  assignee_id: null,
  department_id: null,
  was_assignee_id: null,
  was_department_id: null,
  moved: false,
  data,
  ...more,
})
