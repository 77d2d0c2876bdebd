import { effect } from '@preact/signals'
import type { ChatView } from '@rolecall/protocol'
import { connection } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { keepRead } from './data/attention.ts'
import { keepAsking } from './data/keep-asking.ts'
import { askList, askThread, listDue, opened, threadDue } from './data/questions.ts'
import { sayUnanswered } from './data/say.ts'
import { inbox, keepInbox, update } from './data/store.ts'
import { type Place, pathOf } from './place.ts'
import { show } from './state/list.ts'
import { open } from './state/thread.ts'

const views: readonly string[] = ['mine', 'unassigned', 'all'] satisfies ChatView[]

// The stream is heard for as long as the app lives, also while another page is open: it costs nothing and keeps the
// list true for the way back.
keepInbox()

/** Where the reader is; while the page is there, what the place needs is asked for. */
export function useInbox(): Place {
  const { params, query } = useRoute()
  const { route } = useLocation()
  const given = views.includes(params['view'] ?? '') ? (params['view'] as ChatView) : null
  const last = inbox.peek().list.query
  const view = given ?? last.view
  const status = given ? (query['status'] === 'closed' ? 'closed' : 'open') : last.status
  const chatId = (given && params['chatId']) || null
  const departmentId = given ? query['department'] || null : last.departmentId

  useEffect(() => {
    if (!given) route(pathOf({ view, status, departmentId, chatId: null }), true)
  }, [given])
  useEffect(() => {
    const now = inbox.peek().list.query
    if (now.view !== view || now.status !== status || now.departmentId !== departmentId)
      update((state) => show(state, { ...now, view, status, departmentId }))
  }, [view, status, departmentId])
  useEffect(() => {
    opened.value = chatId
    if (chatId) update((state) => open(state, chatId))
    return () => {
      opened.value = null
    }
  }, [chatId])
  useEffect(keepGoing, [])
  return { view, status, departmentId, chatId }
}

/** Tries again at once, after an error that the reader has seen. */
export const askAgain = { list: () => {} }

/** Asks what is due; when the connection is back, at once. */
function keepGoing(): () => void {
  const list = keepAsking(listDue, askList)
  const thread = keepAsking(threadDue, askThread)
  const deaf = keepRead()
  askAgain.list = list.now
  const back = effect(() => {
    if (connection.value !== 'live') return
    list.now()
    thread.now()
    sayUnanswered()
  })
  return () => {
    back()
    list.stop()
    thread.stop()
    deaf()
  }
}
