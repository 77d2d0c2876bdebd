import { chatsFound, type Tx } from '@rolecall/db'
import { reachOfDepartments } from '@rolecall/permissions'
import type { ChatCounts, ChatRow, ChatView } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import type { Scope } from '../guard/scope.ts'
import { chatRows, toChatRow } from '../rows/chat.ts'
import { after, cursor, cursorOf, page, placeOf } from '../rows/cursor.ts'
import { id, limit, search } from '../rows/input.ts'
import { countsOf } from './counts.ts'

const input = z.strictObject({
  view: z.enum(['mine', 'unassigned', 'all']),
  status: z.enum(['open', 'closed']),
  /** Of one department alone. */
  departmentId: id.optional(),
  search: search.optional(),
  cursor: cursor.optional(),
  limit,
})

/**
 * A page of chats, newest activity first, and how many there are of this status in each view and department.
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
      if (input.departmentId) chats = chats.where('chat.department_id', '=', input.departmentId)
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
async function holding(tx: Tx, { reach, memberId }: Scope, input: Input, needle: string): Promise<string[]> {
  const { view, status, cursor, departmentId } = input
  const all = { needle, reach, memberId, view, status, edge: cursor ? placeOf(cursor) : undefined }
  if (departmentId === undefined) return await chatsFound(tx, { ...all, most: input.limit + 1 })
  const department = reachOfDepartments([departmentId])
  // The search knows of departments only as a reach, beside which everybody has their own chats, wherever these are.
  if (reach.covers(department) && view !== 'mine')
    return await chatsFound(tx, { ...all, reach: department, memberId: nobody, most: input.limit + 1 })
  // Their own, and of a department that is not theirs the free ones: these are few.
  return await chatsFound(tx, { ...all, most: mostOfFew })
}

const nobody = '00000000-0000-0000-0000-000000000000'
const mostOfFew = 1000
