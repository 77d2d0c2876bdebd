import type { Tx } from '@rolecall/db'
import type { ChatCounts, ChatRow, ChatView } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { Scope } from '../guard/scope.ts'
import { visibleChats } from '../guard/visible.ts'
import { chatRows, toChatRow } from '../rows/chat.ts'
import { after, cursor, cursorOf, page } from '../rows/cursor.ts'
import { limit, search } from '../rows/input.ts'
import { like } from '../rows/like.ts'

const input = z.strictObject({
  view: z.enum(['mine', 'unassigned', 'all']),
  status: z.enum(['open', 'closed']),
  search: search.optional(),
  cursor: cursor.optional(),
  limit,
})

/**
 * A page of chats, newest activity first, and how many there are of this status in each view.
 * `search` looks at the contact's name and at what was written, notes included; it does not change the counts.
 * All of it within the caller's scope.
 */
export const list = guard
  .may('inbox.view')
  .input(input)
  .query(
    async ({ ctx: { tx, scope }, input }): Promise<{ rows: ChatRow[]; next: string | null; counts: ChatCounts }> => {
      let chats = inView(chatRows(tx, scope), input.view, scope).where('chat.status', '=', input.status)
      if (input.search) chats = matching(chats, like(input.search))
      if (input.cursor) chats = chats.where(after('chat.active_at', 'chat.id', input.cursor))
      const found = await chats
        .orderBy('chat.active_at', 'desc')
        .orderBy('chat.id', 'desc')
        .limit(input.limit + 1)
        .execute()
      const { rows, next } = page(found, input.limit, (row) => cursorOf(row.active_at, row.id))
      return { rows: rows.map(toChatRow), next, counts: await countsOf(tx, scope, input.status) }
    },
  )

type Chats = ReturnType<typeof chatRows>

function inView(chats: Chats, view: ChatView, scope: Scope): Chats {
  if (view === 'mine') return chats.where('chat.assignee_id', '=', scope.memberId)
  if (view === 'unassigned') return chats.where('chat.assignee_id', 'is', null)
  return chats
}

function matching(chats: Chats, pattern: string): Chats {
  return chats.where(({ or, eb, exists, selectFrom }) =>
    or([
      eb('contact.name', 'ilike', pattern),
      exists(
        selectFrom('message')
          .whereRef('message.account_id', '=', 'chat.account_id')
          .whereRef('message.chat_id', '=', 'chat.id')
          .where('message.kind', '!=', 'event')
          .where('message.body', 'ilike', pattern)
          .select(sql.lit(1).as('one')),
      ),
    ]),
  )
}

async function countsOf(tx: Tx, scope: Scope, status: 'open' | 'closed'): Promise<ChatCounts> {
  const counts = await visibleChats(tx, scope)
    .where('chat.status', '=', status)
    .select(({ fn, eb }) => [
      fn
        .countAll<number>()
        .filterWhere(eb('chat.assignee_id', '=', scope.memberId))
        .as('mine'),
      fn
        .countAll<number>()
        .filterWhere(eb('chat.assignee_id', 'is', null))
        .as('unassigned'),
      fn.countAll<number>().as('all'),
    ])
    .executeTakeFirstOrThrow()
  return counts
}
