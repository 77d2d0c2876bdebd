import { computed, effect, signal } from '@preact/signals'
import { api, mayCall, onRead, session, tellRead } from '@rolecall/ui'
import { markRead, unreadOf } from '../state/chats.ts'
import { firstUnread } from '../state/thread.ts'
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

/** … and how many visitor messages it has, while they are not all read. */
const toRead = computed(() => {
  const known = watched.value ? inbox.value.chats[watched.value] : undefined
  return known && unreadOf(known) > 0 ? known.chat.visitorCount : null
})

/** Marks what is looked at as read, here at once and on the server. Returns the way to stop. */
export function keepRead(): () => void {
  const look = () => {
    looking.value = document.visibilityState === 'visible' && document.hasFocus()
  }
  look()
  // In another tab of the same member.
  const alone = onRead(({ chatId, count }) => update((state) => markRead(state, chatId, count)))
  const events = ['focus', 'blur', 'visibilitychange'] as const
  for (const event of events) addEventListener(event, look, true)
  let before: string | null = null
  const stop = effect(() => {
    const [chatId, count] = [watched.value, toRead.value]
    // Before anything is marked as read, because that is what it tells.
    if (chatId && chatId !== before) markNew(chatId)
    before = chatId
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
  const unread = chats[chatId] ? unreadOf(chats[chatId]) : 0
  const seq = firstUnread(threads[chatId]?.messages ?? [], unread)
  // Coming back to a chat in which nothing happened leaves the line where it was.
  if (seq !== null || newFrom.peek()?.chatId !== chatId) newFrom.value = { chatId, seq }
}

function read(chatId: string, count: number): void {
  update((state) => markRead(state, chatId, count))
  const memberId = session.peek()?.member.id ?? ''
  // Not worth a word if it fails: the next look says it again.
  api.inbox.read.mutate({ chatId, count }).then(
    () => tellRead({ memberId, chatId, count }),
    () => undefined,
  )
}
