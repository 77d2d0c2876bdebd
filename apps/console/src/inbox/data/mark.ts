import { signal } from '@preact/signals'
import { api, session, tellRead, toast } from '@rolecall/ui'
import { markRead, settleRead } from '../state/read.ts'
import { words } from '../words.ts'
import { failed } from './questions.ts'
import { inbox, update } from './store.ts'

/** The open chat, when it was left for later: it stays unread until it is opened anew. */
export const left = signal<string | null>(null)

/** The visitor's first `count` messages are read. Not worth a word if it fails: the next answer tells, the next look says it again. */
export function read(chatId: string, count: number): void {
  if (left.peek() === chatId) left.value = null
  void mark(chatId, count, count, () => api.inbox.read.mutate({ chatId, count })).catch(() => undefined)
}

/** The visitor's newest message counts as unread again. Shown at once, taken back if the server says no. */
export async function leaveUnread(chatId: string): Promise<void> {
  const { chats, read: marks } = inbox.peek()
  const newest = chats[chatId]?.chat.visitorCount ?? 0
  const was = marks[chatId]?.count ?? 0
  left.value = chatId
  try {
    await mark(chatId, Math.min(was, newest - 1), was, () => api.inbox.unread.mutate({ chatId }))
    toast(words.head.unreadToast, { tone: 'good' })
  } catch (error) {
    toast(failed(error).text, { tone: 'bad' })
  }
}

/** One after the other, so that the server hears them in the order in which they were meant. */
let before: Promise<unknown> = Promise.resolve()

/** `otherwise`: how much counts as read if it cannot be told. */
async function mark(
  chatId: string,
  count: number,
  otherwise: number,
  tell: () => Promise<{ count: number }>,
): Promise<void> {
  update((state) => markRead(state, chatId, count))
  const mine = inbox.peek().read[chatId]
  const telling = before.then(tell)
  before = telling.catch(() => undefined)
  try {
    const now = await telling
    update((state) => settleRead(state, chatId, mine, now.count))
    tellRead({ memberId: session.peek()?.member.id ?? '', chatId, count: now.count })
  } catch (error) {
    update((state) => settleRead(state, chatId, mine, otherwise))
    throw error
  }
}
