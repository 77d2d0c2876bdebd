import { computed, effect, signal } from '@preact/signals'
import { mayCall } from '@rolecall/ui'
import { api } from '../../data/api.ts'
import { markRead, unreadOf } from '../state/chats.ts'
import { opened } from './questions.ts'
import { inbox, update } from './store.ts'

/** Somebody looks: the tab is in front and has the focus. */
const looking = signal(document.visibilityState === 'visible' && document.hasFocus())

/** The open chat and how many visitor messages it has, while somebody looks at it and has not read them all. */
const toRead = computed(() => {
  const chatId = opened.value
  const known = chatId && looking.value ? inbox.value.chats[chatId] : undefined
  if (!known || inbox.value.threads[known.chat.id]?.load !== 'ready') return null
  return unreadOf(known) > 0 ? `${known.chat.id} ${known.chat.visitorCount}` : null
})

/** Marks what is looked at as read, here at once and on the server. Returns the way to stop. */
export function keepRead(): () => void {
  const look = () => {
    looking.value = document.visibilityState === 'visible' && document.hasFocus()
  }
  const events = ['focus', 'blur', 'visibilitychange'] as const
  for (const event of events) addEventListener(event, look, true)
  const stop = effect(() => {
    const [chatId, count] = toRead.value?.split(' ') ?? []
    if (!chatId || !mayCall('inbox.read')) return
    update((state) => markRead(state, chatId, Number(count)))
    // Not worth a word if it fails: the next look says it again.
    api.inbox.read.mutate({ chatId, count: Number(count) }).catch(() => undefined)
  })
  return () => {
    for (const event of events) removeEventListener(event, look, true)
    stop()
  }
}
