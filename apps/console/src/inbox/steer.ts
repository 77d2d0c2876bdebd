import { close, reopen } from './data/actions.ts'
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

export function closeOrReopen(chatId: string): void {
  const status = rowOf(inbox.peek(), chatId)?.chat.status
  if (status === 'open') void close(chatId)
  if (status === 'closed') void reopen(chatId)
}
