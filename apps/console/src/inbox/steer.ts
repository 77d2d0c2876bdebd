import { narrow } from '@rolecall/ui'
import { close, reopen } from './data/actions.ts'
import { leaveUnread, read } from './data/mark.ts'
import { opened } from './data/questions.ts'
import { inbox } from './data/store.ts'
import { neighbour, rowOf } from './state/select.ts'

/** The next (1) or previous (-1) chat of the list; its row takes the focus. null: there is none. */
export function step(by: 1 | -1): string | null {
  const to = neighbour(inbox.peek(), opened.peek(), by)
  if (to) requestAnimationFrame(() => document.getElementById(rowId(to))?.focus())
  return to
}

export const rowId = (chatId: string): string => `chat-${chatId}`

/** Puts the focus on a control by its id; `press` also presses it. */
export function focusOn(id: string, press = false): void {
  const node = document.getElementById(id)
  node?.focus()
  if (press) node?.click()
}

/** Closes it and goes on to the chat that is next in the list, as one works through it; or opens it again. */
export async function closeOrReopen(chatId: string, go: (chatId: string) => void): Promise<void> {
  const status = rowOf(inbox.peek(), chatId)?.chat.status
  if (status === 'closed') return await reopen(chatId)
  // Its place is known only while it is there.
  const next = neighbour(inbox.peek(), chatId, 1) ?? neighbour(inbox.peek(), chatId, -1)
  const done = status === 'open' && (await close(chatId, () => go(chatId)))
  if (done && next && opened.peek() === chatId) go(next)
}

/** Leaves it for later, or has read it after all. On a phone, where only one of them is there, back to the list. */
export function readOrUnread(chatId: string, back: () => void): void {
  const row = rowOf(inbox.peek(), chatId)
  if (!row) return
  if (row.unread > 0) return read(chatId, row.chat.visitorCount)
  if (row.chat.visitorCount === 0) return
  void leaveUnread(chatId)
  if (narrow.peek()) back()
}
