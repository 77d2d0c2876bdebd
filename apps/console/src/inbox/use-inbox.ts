import type { ChatView } from '@rolecall/protocol'
import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { chatPath, paths } from '../paths.ts'
import { keepRead } from './data/attention.ts'
import { keepAsking } from './data/keep-asking.ts'
import { askList, askThread, listDue, opened, threadDue } from './data/questions.ts'
import { inbox, keepInbox, update } from './data/store.ts'
import { show } from './state/list.ts'
import { open } from './state/thread.ts'

const views: readonly string[] = ['mine', 'unassigned', 'all'] satisfies ChatView[]

// The stream is heard for as long as the app lives, also while another page is open: it costs nothing and keeps the
// list true for the way back.
keepInbox()

/** Which list and which chat the address names; while the page is there, what they need is asked for. */
export function useInbox(): { view: ChatView; chatId: string | null } {
  const { params } = useRoute()
  const { route } = useLocation()
  const given = views.includes(params['view'] ?? '') ? (params['view'] as ChatView) : null
  const view = given ?? inbox.peek().list.query.view
  const chatId = (given && params['chatId']) || null

  useEffect(() => {
    if (!given) route(viewPath(view), true)
  }, [given])
  useEffect(() => {
    const { query } = inbox.peek().list
    if (query.view !== view) update((state) => show(state, { ...query, view }))
  }, [view])
  useEffect(() => {
    opened.value = chatId
    if (chatId) update((state) => open(state, chatId))
    return () => {
      opened.value = null
    }
  }, [chatId])
  useEffect(keepGoing, [])
  return { view, chatId }
}

/** Tries again at once, after an error that the reader has seen. */
export const askAgain = { list: () => {} }

function keepGoing(): () => void {
  const list = keepAsking(listDue, askList)
  const thread = keepAsking(threadDue, askThread)
  const deaf = keepRead()
  askAgain.list = list.now
  return () => {
    list.stop()
    thread.stop()
    deaf()
  }
}

export const viewPath = (view: ChatView): string => `${paths.inbox}/${view}`

/** Where the reader stands without the open chat, or with another one. */
export const placeOf = (view: ChatView, chatId: string | null): string =>
  chatId ? chatPath(chatId, view) : viewPath(view)
