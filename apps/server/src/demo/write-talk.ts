import { randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import type { DefaultRoleName } from '@rolecall/permissions'
import type { Line, Talk } from './talk.ts'

/** Ids of what is in the account already, by name. */
export interface Places {
  accountId: string
  members: Record<DefaultRoleName, { id: string; name: string }>
  departments: Record<string, string>
  contacts: Record<string, string>
}

const minute = 60_000

/** One conversation, as if it had happened: the same columns as the procedures write. */
export async function writeTalk(tx: Tx, places: Places, talk: Talk): Promise<void> {
  const { accountId: account_id, members } = places
  const contact_id = places.contacts[talk.visitor]
  if (!contact_id) throw new Error(`Nobody in the demo is called ${talk.visitor}`)
  const chat_id = randomUUID()
  const messages = said(places, talk, contact_id).map((message) => ({ account_id, chat_id, ...message }))
  const open = messages.filter(({ kind }) => kind === 'message')
  const [first, last] = [open[0], open.at(-1)]
  if (!first || !last) throw new Error(`${talk.visitor} says nothing`)
  const visitor_count = open.filter(({ author_kind }) => author_kind === 'visitor').length
  const answered = open.find(({ author_kind }) => author_kind === 'member')
  const lastAnswer = open.findLast(({ author_kind }) => author_kind === 'member')
  await tx
    .insertInto('chat')
    .values({
      account_id,
      id: chat_id,
      contact_id,
      status: talk.closed ? 'closed' : 'open',
      assignee_id: talk.assignee ? members[talk.assignee].id : null,
      department_id: (talk.department && places.departments[talk.department]) ?? null,
      last_seq: messages.length,
      preview_body: last.body,
      preview_kind: last.author_kind,
      preview_name: last.author_name,
      preview_author: last.author_id,
      preview_at: last.at,
      seen_seq: lastAnswer?.seq ?? 0,
      visitor_count,
      created_at: first.at,
      active_at: messages.findLast(({ kind }) => kind !== 'event')?.at ?? last.at,
      first_reply_at: answered?.at ?? null,
      closed_at: messages.find(({ kind }) => kind === 'event')?.at ?? null,
    })
    .execute()
  await tx.insertInto('message').values(messages).execute()
  await tx
    .updateTable('contact')
    .set({ last_seen_at: last.at })
    .where('account_id', '=', account_id)
    .where('id', '=', contact_id)
    .execute()
  // The whole team has read what is closed or older than half a day; the assignee of the rest what came before their
  // last answer.
  const old = last.at.getTime() < Date.now() - 12 * 60 * minute
  const before = messages.filter(({ seq, author_kind }) => author_kind === 'visitor' && seq < (lastAnswer?.seq ?? 0))
  const all = talk.closed || old
  const readers = all ? Object.values(members) : talk.assignee ? [members[talk.assignee]] : []
  for (const { id: member_id } of readers) {
    const count = all ? visitor_count : before.length
    await tx.insertInto('chat_read').values({ account_id, chat_id, member_id, visitor_count: count }).execute()
  }
}

function said(places: Places, { began, lines, visitor, assignee, closed }: Talk, contactId: string) {
  let at = beginning(began)
  const messages = lines.map(([who, after, body]: Line, index) => {
    at = Math.min(at + after * minute, Date.now())
    const member = who === 'visitor' ? undefined : places.members[who.replace('note by ', '') as DefaultRoleName]
    return {
      id: randomUUID(),
      seq: index + 1,
      author_kind: member ? ('member' as const) : ('visitor' as const),
      author_id: member?.id ?? contactId,
      author_name: member?.name ?? visitor,
      kind: who.startsWith('note') ? ('note' as const) : ('message' as const),
      body,
      at: new Date(at),
    }
  })
  if (!closed || !assignee) return messages
  const body = `${places.members[assignee].name} closed the chat`
  const line = {
    id: randomUUID(),
    seq: messages.length + 1,
    kind: 'event' as const,
    body,
    at: new Date(at + 2 * minute),
  }
  return [...messages, { ...line, author_kind: 'system' as const, author_id: null, author_name: '' }]
}

/** The moment of a talk's first line, in milliseconds. */
export function beginning(began: Talk['began']): number {
  if (typeof began === 'number') return Date.now() - began * minute
  const [daysAgo, at] = began
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const day = new Date()
  day.setUTCDate(day.getUTCDate() - daysAgo)
  return day.setUTCHours(hours, minutes, 0, 0)
}
