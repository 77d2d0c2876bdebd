import { chatsFound, type Tx } from '@rolecall/db'
import type { ChatCounts, ChatRow, ChatView } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { Scope } from '../guard/scope.ts'
import { visibleChats } from '../guard/visible.ts'
import { chatRows, toChatRow } from '../rows/chat.ts'
import { after, cursor, cursorOf, page, placeOf } from '../rows/cursor.ts'
import { limit, search } from '../rows/input.ts'

const input = z.strictObject({
  view: z.enum(['mine', 'unassigned', 'all']),
  status: z.enum(['open', 'closed']),
  search: search.optional(),
  cursor: cursor.optional(),
  limit,
})

/**
 * A page of chats, newest activity first, and how many there are of this status in each view.
 * `search` finds chats by the beginnings of words, all of them in one message, notes included, or in the contact's name;
 * it does not change the counts.
 * All of it within the caller's scope.
 */
export const list = guard
  .may('inbox.view', { cost: { search: 5 } })
  .input(input)
  .query(
    async ({ ctx: { tx, scope }, input }): Promise<{ rows: ChatRow[]; next: string | null; counts: ChatCounts }> => {
      let chats = inView(chatRows(tx, scope), input.view, scope).where('chat.status', '=', input.status)
      if (input.search) chats = among(chats, await holding(tx, scope, input, input.search))
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

type Input = z.output<typeof input>
type Chats = ReturnType<typeof chatRows>

const among = (chats: Chats, ids: readonly string[]): Chats =>
  ids.length > 0 ? chats.where('chat.id', 'in', ids) : chats.where(sql.lit(false))

function inView(chats: Chats, view: ChatView, scope: Scope): Chats {
  if (view === 'mine') return chats.where('chat.assignee_id', '=', scope.memberId)
  if (view === 'unassigned') return chats.where('chat.assignee_id', 'is', null)
  return chats
}

/** Ids of the page of chats in which the words stand; read again through the scope, like any other chat. */
const holding = (tx: Tx, { reach, memberId }: Scope, { view, status, cursor, limit }: Input, needle: string) =>
  chatsFound(tx, { needle, reach, memberId, view, status, edge: cursor ? placeOf(cursor) : undefined, most: limit + 1 })

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
