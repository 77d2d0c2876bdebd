import type { Generated } from 'kysely'
import type { CreatedAt, Instant } from '../column.ts'

export interface InboxTables {
  chat: ChatTable
  chat_read: ChatReadTable
  message: MessageTable
}

export interface ChatTable {
  account_id: string
  id: string
  contact_id: string
  status: Generated<'open' | 'closed'>
  assignee_id: string | null
  department_id: string | null
  last_seq: Generated<number>
  /** How many messages the visitor sees. */
  shown_seq: Generated<number>
  /** Newest message that the visitor may see (notes left out), for the list. */
  preview_body: string | null
  preview_kind: 'visitor' | 'member' | 'system' | null
  preview_name: string | null
  preview_author: string | null
  preview_at: Instant | null
  /** Highest seq the visitor has seen. */
  seen_seq: Generated<number>
  /** Visitor messages so far; with chat_read.visitor_count it gives "unread" in one subtraction. */
  visitor_count: Generated<number>
  created_at: CreatedAt
  active_at: Instant
  /** First member reply; null while unanswered. */
  first_reply_at: Instant | null
  closed_at: Instant | null
}

export interface ChatReadTable {
  account_id: string
  chat_id: string
  member_id: string
  visitor_count: number
}

export interface MessageTable {
  account_id: string
  /** Made by the client: a retry with the same id is the same message. */
  id: string
  chat_id: string
  seq: number
  /** Its number among what the visitor sees, dense from 1, made by the database; null for what they do not see. */
  shown: Generated<number | null>
  author_kind: 'visitor' | 'member' | 'system'
  author_id: string | null
  author_name: string
  kind: 'message' | 'note' | 'event'
  body: string
  at: CreatedAt
}
