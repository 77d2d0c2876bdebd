import { computed, effect, signal } from '@preact/signals'
import { mayCall, onRead, session } from '@rolecall/ui'
import { hearRead, unreadOf } from '../state/read.ts'
import { firstUnread } from '../state/thread.ts'
import { left, read } from './mark.ts'
import { opened } from './questions.ts'
import { inbox, update } from './store.ts'

/** Somebody looks: the tab is in front and has the focus. */
const looking = signal(false)

/** The message before which the line "New" stands: where the reader had left off when they began to look. */
export const newFrom = signal<{ chatId: string; seq: number | null } | null>(null)

/** The open chat, once it is loaded and looked at. */
const watched = computed(() => {
  const chatId = looking.value ? opened.value : null
  return chatId && inbox.value.threads[chatId]?.load === 'ready' ? chatId : null
})

/** … and how many visitor messages it has, while they are not all read and nobody left them for later. */
const toRead = computed(() => {
  const known = watched.value && watched.value !== left.value ? inbox.value.chats[watched.value] : undefined
  return known && unreadOf(inbox.value, known.chat) > 0 ? known.chat.visitorCount : null
})

/** Marks what is looked at as read, here at once and on the server. Returns the way to stop. */
export function keepRead(): () => void {
  const look = () => {
    looking.value = document.visibilityState === 'visible' && document.hasFocus()
  }
  look()
  left.value = null
  // In another tab of the same member.
  const alone = onRead(({ chatId, count }) => {
    // Left for later there: it is not for this tab to read it at once.
    if (chatId === opened.peek() && count < (inbox.peek().read[chatId]?.count ?? 0)) left.value = chatId
    update((state) => hearRead(state, chatId, count))
  })
  const events = ['focus', 'blur', 'visibilitychange'] as const
  for (const event of events) addEventListener(event, look, true)
  let before: string | null = null
  const stop = effect(() => {
    const [chatId, count] = [watched.value, toRead.value]
    // Before anything is marked as read, because that is what it tells.
    if (chatId && chatId !== before) markNew(chatId)
    before = chatId
    if (opened.value !== left.peek()) left.value = null
    // Whoever looks through a role reads nothing in its place.
    if (chatId && count !== null && mayCall('inbox.read') && !session.value?.preview) read(chatId, count)
  })
  return () => {
    for (const event of events) removeEventListener(event, look, true)
    alone()
    stop()
  }
}

function markNew(chatId: string): void {
  const { chats, threads } = inbox.peek()
  const known = chats[chatId]
  const unread = known ? unreadOf(inbox.peek(), known.chat) : 0
  const seq = firstUnread(threads[chatId]?.messages ?? [], unread)
  // Coming back to a chat in which nothing happened leaves the line where it was.
  if (seq !== null || newFrom.peek()?.chatId !== chatId) newFrom.value = { chatId, seq }
}
