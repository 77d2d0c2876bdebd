import type { Chat } from '@rolecall/protocol'
import { inOrder, isLoaded, matches, placeOf } from './match.ts'
import { optimisticChat } from './optimistic.ts'
import { unreadOf } from './read.ts'
import type { InboxState } from './state.ts'

export interface Row {
  chat: Chat
  unread: number
}

/** The rows of the list on the screen, newest first. */
export function rowsOf(state: InboxState): Row[] {
  const { query, floor, found } = state.list
  if (query.search && !found) return []
  const wanted = found && new Set(found)
  return Object.values(state.chats)
    .filter((known) => (wanted ? wanted.has(known.chat.id) : isLoaded(known, floor)))
    .toSorted((a, b) => inOrder(placeOf(a), placeOf(b)))
    .map((known) => ({ chat: optimisticChat(state, known.chat), unread: unreadOf(state, known.chat) }))
    .filter(({ chat }) => matches(query, chat, state.me))
}

/** One chat as it is to be shown, whatever list is on the screen. */
export function rowOf(state: InboxState, chatId: string): Row | null {
  const known = state.chats[chatId]
  return known ? { chat: optimisticChat(state, known.chat), unread: unreadOf(state, known.chat) } : null
}

/** Open chats with something unread that wait for this member or for anyone: the number in the window's title. */
export function waitingOf(state: InboxState): number {
  return Object.values(state.chats).filter(
    (known) =>
      known.chat.status === 'open' &&
      (!known.chat.assignee || known.chat.assignee.id === state.me) &&
      unreadOf(state, known.chat) > 0,
  ).length
}

/** The row below (1) or above (-1) a chat. One that has left the list, because it was just closed, still has its place. */
export function neighbour(state: InboxState, chatId: string | null, by: 1 | -1): string | null {
  const rows = rowsOf(state)
  const at = rows.findIndex(({ chat }) => chat.id === chatId)
  if (at >= 0) return rows[at + by]?.chat.id ?? null
  const known = chatId ? state.chats[chatId] : undefined
  if (!known) return rows[0]?.chat.id ?? null
  const below = rows.findIndex(
    ({ chat }) => inOrder({ at: Date.parse(chat.activeAt), id: chat.id }, placeOf(known)) > 0,
  )
  const from = below < 0 ? rows.length : below
  return rows[by === 1 ? from : from - 1]?.chat.id ?? null
}
