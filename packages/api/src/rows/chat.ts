import type { Tx } from '@rolecall/db'
import type { Author, Chat, ChatRow } from '@rolecall/protocol'
import { sql } from 'kysely'
import type { VisitorContext } from '../context.ts'
import type { Scope } from '../scope.ts'
import { ownChat, visibleChats } from '../visible.ts'

/** Chats of the scope with all that a row of the inbox shows. Add `where`, `orderBy` and `limit`; read with `toChatRow`. */
export const chatRows = (tx: Tx, scope: Scope) => complete(visibleChats(tx, scope), scope.memberId)

/** The visitor's one chat in the same form, for the events that tell the team of it. */
export const ownChatRow = (tx: Tx, visitor: VisitorContext['visitor']) => complete(ownChat(tx, visitor), null)

/** A chat that was reached by right already, in the same form, for the events that tell the team of it. */
export const completeChat = (chats: ReturnType<typeof visibleChats>) => complete(chats, null)

/** `chats` were reached by right already; this adds names, and what the reader has read. */
function complete(chats: ReturnType<typeof visibleChats>, reader: string | null) {
  return chats
    .innerJoin('contact', (join) =>
      join.onRef('contact.account_id', '=', 'chat.account_id').onRef('contact.id', '=', 'chat.contact_id'),
    )
    .leftJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'chat.account_id').onRef('member.id', '=', 'chat.assignee_id'),
    )
    .leftJoin('identity_user', 'identity_user.id', 'member.user_id')
    .leftJoin('department', (join) =>
      join.onRef('department.account_id', '=', 'chat.account_id').onRef('department.id', '=', 'chat.department_id'),
    )
    .leftJoin('chat_read', (join) =>
      join
        .onRef('chat_read.account_id', '=', 'chat.account_id')
        .onRef('chat_read.chat_id', '=', 'chat.id')
        .on('chat_read.member_id', '=', reader),
    )
    .selectAll('chat')
    .select([
      'contact.name as contact_name',
      sql<string>`member_or_gone(identity_user.name)`.as('assignee_name'),
      sql<string>`department_or_gone(department.name)`.as('department_name'),
      'chat_read.visitor_count as read_count',
      sql<Date>`clock_timestamp()`.as('now'),
    ])
}

/** What `chatRows` selects. */
export type ChatRecord = Awaited<ReturnType<ReturnType<typeof chatRows>['execute']>>[number]

export function toChat(row: ChatRecord): Chat {
  return {
    id: row.id,
    contact: { id: row.contact_id, name: row.contact_name },
    status: row.status,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name },
    department: row.department_id === null ? null : { id: row.department_id, name: row.department_name },
    lastSeq: row.last_seq,
    visitorCount: row.visitor_count,
    preview: toPreview(row),
    seenSeq: row.seen_seq,
    createdAt: row.created_at.toISOString(),
    activeAt: row.active_at.toISOString(),
  }
}

export function toChatRow(row: ChatRecord): ChatRow {
  return { ...toChat(row), unread: row.visitor_count - (row.read_count ?? 0) }
}

function toPreview(row: ChatRecord): Chat['preview'] {
  if (row.preview_kind === null || row.preview_body === null || row.preview_at === null) return null
  const author: Author = { kind: row.preview_kind, id: row.preview_author, name: row.preview_name ?? '' }
  return { author, body: row.preview_body, at: row.preview_at.toISOString() }
}
