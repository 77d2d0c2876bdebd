import { signal } from '@preact/signals'
import { api, type Failure, failureOf, mayCall, reread } from '@rolecall/ui'
import { ask } from '../state/chats.ts'
import { type AskedList, answerList, failList } from '../state/list.ts'
import type { Query } from '../state/state.ts'
import { answerEarlier, answerThread, failThread, hasGap } from '../state/thread.ts'
import type { Due } from './keep-asking.ts'
import { inbox, update } from './store.ts'

/** The chat on the screen. */
export const opened = signal<string | null>(null)
/** Why the list or the thread on the screen could not be loaded. */
export const failure = signal<Failure | null>(null)
export const loadingMore = signal(false)
export const loadingEarlier = signal(false)

const page = 50

/** Counts may wait a moment, so that a burst of events is one question. */
export function listDue(): Due | null {
  const { list, me } = inbox.value
  if (!me || !list.stale || !mayCall('inbox.list')) return null
  return { key: list.query, wait: list.stale === 'all' ? 0 : 400 }
}

/** A gap usually closes by itself, when the stream catches up. */
export function threadDue(): Due | null {
  const chatId = opened.value
  const thread = chatId ? inbox.value.threads[chatId] : undefined
  if (!thread || thread.load === 'gone' || thread.load === 'error' || !mayCall('inbox.thread')) return null
  if (thread.stale) return { key: chatId, wait: 0 }
  return hasGap(thread) ? { key: chatId, wait: 500 } : null
}

export function askList(stop: AbortSignal): Promise<boolean> {
  return listPage(put(inbox.peek().list.query, null), stop)
}

/** The next page below; nothing while one is on its way. */
export async function askMore(): Promise<void> {
  const { query, next } = inbox.peek().list
  if (next === null || loadingMore.peek()) return
  loadingMore.value = true
  await listPage(put(query, next))
  loadingMore.value = false
}

function put(query: Query, cursor: string | null): AskedList {
  const { state, asked } = ask(inbox.peek())
  inbox.value = state
  return { ...asked, query, cursor }
}

async function listPage(asked: AskedList, stop?: AbortSignal): Promise<boolean> {
  const { view, status, search, departmentId } = asked.query
  const narrow = { ...(search && { search }), ...(departmentId && { departmentId }) }
  const input = { view, status, limit: page, ...narrow, ...(asked.cursor && { cursor: asked.cursor }) }
  try {
    const answer = await api.inbox.list.query(input, { signal: stop })
    update((state) => answerList(state, asked, answer))
    return true
  } catch (error) {
    if (!stop?.aborted) {
      failed(error)
      update((state) => failList(state, asked))
    }
    return false
  }
}

export async function askThread(stop: AbortSignal): Promise<boolean> {
  const chatId = opened.peek()
  if (!chatId) return true
  const { state, asked } = ask(inbox.peek())
  inbox.value = state
  try {
    const answer = await api.inbox.thread.query({ chatId, limit: page }, { signal: stop })
    update((now) => answerThread(now, asked, answer))
    return true
  } catch (error) {
    if (!stop.aborted) {
      // An address that was cut short names no chat either.
      const code = failed(error).refusal?.code
      const gone = code === 'NOT_FOUND' || code === 'INVALID_INPUT'
      update((now) => failThread(now, chatId, gone ? 'gone' : 'error'))
      return gone
    }
    return false
  }
}

export async function askEarlier(chatId: string): Promise<void> {
  const before = inbox.peek().threads[chatId]?.messages[0]?.seq
  if (!before || before <= 1 || loadingEarlier.peek()) return
  loadingEarlier.value = true
  try {
    const answer = await api.inbox.thread.query({ chatId, before, limit: page })
    update((state) => answerEarlier(state, chatId, before, answer))
  } catch (error) {
    failed(error)
  }
  loadingEarlier.value = false
}

/** Keeps what went wrong. A missing permission is news about this member: the session is read again. */
export function failed(error: unknown): Failure {
  const what = failureOf(error)
  failure.value = what
  if (what.refusal?.code === 'PERMISSION_MISSING' || what.refusal?.code === 'NOT_SIGNED_IN') void reread()
  return what
}
