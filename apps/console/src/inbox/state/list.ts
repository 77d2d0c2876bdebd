import type { ChatCounts, ChatRow } from '@rolecall/protocol'
import { type Asked, forget, isVoid, learnChat } from './chats.ts'
import { inOrder, isLoaded, matches, placeOf } from './match.ts'
import { freshList, type InboxState, type Place, type Query } from './state.ts'

/** A question for a page of the list, as it was put. */
export interface AskedList extends Asked {
  query: Query
  /** null: the first page. */
  cursor: string | null
}

export interface ListAnswer {
  rows: ChatRow[]
  next: string | null
  counts: ChatCounts
}

/** Another tab, status or search. What is known is shown at once; the answer completes it. */
export function show(state: InboxState, query: Query): InboxState {
  const sameCounts = query.status === state.list.query.status
  return { ...state, list: freshList(query), counts: sameCounts ? state.counts : null }
}

export function answerList(state: InboxState, asked: AskedList, answer: ListAnswer): InboxState {
  if (isVoid(state, asked)) return state
  let next = state
  for (const row of answer.rows) {
    const { unread, ...chat } = row
    next = learnChat(next, asked, chat, chat.visitorCount - unread)
  }
  // The rows are worth keeping even if the member has turned to another list meanwhile; the rest is not.
  if (asked.query !== state.list.query || asked.tick < state.list.asOf) return next
  if (asked.cursor !== null && asked.cursor !== state.list.next) return next
  next = dropLeft(next, asked, answer)
  const { list } = next
  const first = asked.cursor === null
  const floor = answer.next === null ? null : floorOf(answer)
  // Pages that were loaded below a first page stay, as far as the stream has kept them true.
  const keepsMore =
    first &&
    list.load === 'ready' &&
    list.stale !== 'all' &&
    list.found === null &&
    isBelow(list.floor, floor) &&
    !Object.values(next.chats).some((known) => !next.read[known.chat.id] && isLoaded(known, list.floor))
  const found = list.query.search ? [...(first ? [] : (list.found ?? [])), ...answer.rows.map((row) => row.id)] : null
  // Something was heard in between that may or may not be in these counts: only another answer can tell.
  const moved = state.counted > asked.tick
  return {
    ...next,
    counts: answer.counts,
    list: {
      ...list,
      asOf: asked.tick,
      load: 'ready',
      found,
      floor: keepsMore ? list.floor : floor,
      next: keepsMore ? list.next : answer.next,
      stale: (!first && list.stale) || (moved && 'counts'),
    },
  }
}

export function failList(state: InboxState, asked: AskedList): InboxState {
  if (asked.query !== state.list.query || state.list.load === 'ready') return state
  return { ...state, list: { ...state.list, load: 'error' } }
}

function floorOf({ rows }: ListAnswer): Place | null {
  const last = rows.at(-1)
  return last ? { at: Date.parse(last.activeAt), id: last.id } : null
}

/** Whether `floor` reaches further back than `other` (null: all the way). */
function isBelow(floor: Place | null, other: Place | null): boolean {
  return floor === null || (other !== null && inOrder(floor, other) > 0)
}

/** An answer is complete for its stretch: a chat that we place there and it does not, is not there. */
function dropLeft(state: InboxState, asked: AskedList, answer: ListAnswer): InboxState {
  if (asked.query.search) return state
  const there = new Set(answer.rows.map((row) => row.id))
  const above = asked.cursor === null ? null : state.list.floor
  const floor = answer.next === null ? null : floorOf(answer)
  const left = Object.values(state.chats).filter(
    (known) =>
      known.asOf <= asked.tick &&
      !there.has(known.chat.id) &&
      matches(asked.query, known.chat, state.me) &&
      isLoaded(known, floor) &&
      (above === null || inOrder(placeOf(known), above) > 0),
  )
  if (left.length === 0) return state
  const threads = { ...state.threads }
  for (const { chat } of left) {
    const thread = threads[chat.id]
    if (thread) threads[chat.id] = { ...thread, stale: true }
  }
  return left.reduce((next, { chat }) => forget(next, chat.id), { ...state, threads })
}
