import type { ChatRow, Contact, Message } from '@rolecall/protocol'
import { type Asked, isVoid, learnChat } from './chats.ts'
import { type Earlier, freshThread, type InboxState, type Thread } from './state.ts'

export interface ThreadAnswer {
  chat: ChatRow
  contact: Contact | null
  messages: Message[]
  more: boolean
  earlier: Earlier[]
}

/** Threads kept beside the open one, so that going back to them shows them at once. */
const held = 20

/** A chat is opened: an earlier look at it shows at once, an answer completes it. */
export function open(state: InboxState, chatId: string): InboxState {
  const thread = state.threads[chatId]
  const usable = thread && (thread.load === 'ready' || thread.load === 'loading')
  const { [chatId]: _, ...others } = state.threads
  const kept = Object.entries(others).slice(-held)
  const next = { ...state, threads: Object.fromEntries(kept) }
  return change(next, chatId, usable ? { ...thread, stale: true } : freshThread)
}

/** The newest page of a thread. */
export function answerThread(state: InboxState, asked: Asked, answer: ThreadAnswer): InboxState {
  const { unread, ...chat } = answer.chat
  const before = state.threads[chat.id]
  if (!before || isVoid(state, asked)) return state
  if ((state.gone[chat.id] ?? -1) > asked.tick) return state
  const next = learnChat(state, asked, chat, chat.visitorCount - unread)
  if (asked.tick < before.asOf) return next
  const lowest = answer.messages[0]?.seq ?? 1
  return landed(
    change(next, chat.id, {
      asOf: asked.tick,
      load: 'ready',
      messages: union(joining(before.messages, lowest), answer.messages),
      contact: answer.contact,
      earlier: answer.earlier,
      stale: false,
    }),
    answer.messages,
  )
}

/** Of what we hold, what may stay beside a page that begins at `lowest`: older messages only if none between is missing. */
function joining(messages: readonly Message[], lowest: number): readonly Message[] {
  let from = lowest
  for (const { seq } of messages.toReversed()) if (seq === from - 1) from = seq
  return messages.filter(({ seq }) => seq >= from)
}

/** A page of older messages, asked for with `before`. */
export function answerEarlier(state: InboxState, chatId: string, before: number, answer: ThreadAnswer): InboxState {
  const thread = state.threads[chatId]
  // Since then the newest page may have replaced everything: then this stretch no longer joins.
  if (thread?.load !== 'ready' || thread.messages[0]?.seq !== before) return state
  const messages = union(answer.messages, thread.messages)
  return landed(change(state, chatId, { ...thread, messages }), answer.messages)
}

export function failThread(state: InboxState, chatId: string, load: 'error' | 'gone'): InboxState {
  const thread = state.threads[chatId]
  if (!thread) return state
  if (load === 'gone') return change(state, chatId, { ...freshThread, load, stale: false })
  return thread.load === 'ready' ? state : change(state, chatId, { ...thread, load, stale: false })
}

/** A message that exists on the server, from the stream or as the answer to a send. */
export function learnMessage(state: InboxState, message: Message): InboxState {
  const thread = state.threads[message.chatId]
  const next = landed(state, [message])
  if (!thread || thread.load === 'gone' || thread.messages.some((one) => one.seq === message.seq)) return next
  // Older than the window: it comes when earlier messages are asked for.
  if (message.seq < (thread.messages[0]?.seq ?? 0)) return next
  return change(next, message.chatId, { ...thread, messages: union(thread.messages, [message]) })
}

/** Whether older messages are on the server: `seq` is dense from 1. */
export function hasEarlier(thread: Thread): boolean {
  return (thread.messages[0]?.seq ?? 1) > 1
}

/** Whether a message between two that we hold is missing. */
export function hasGap(thread: Thread): boolean {
  return thread.messages.some((message, at) => at > 0 && message.seq !== (thread.messages[at - 1]?.seq ?? 0) + 1)
}

/**
 * `seq` of the oldest of the newest `unread` visitor messages. null when nothing is unread, when it is not loaded, and
 * in a chat that is new from its first word.
 */
export function firstUnread(messages: readonly Message[], unread: number): number | null {
  if (unread <= 0) return null
  const theirs = messages.filter((message) => message.author.kind === 'visitor' && message.kind === 'message')
  const first = theirs.at(-unread)?.seq ?? 1
  return first > 1 ? first : null
}

/** What is on the server is no longer being sent. */
function landed(state: InboxState, messages: readonly Message[]): InboxState {
  const ids = new Set(messages.map((message) => message.id))
  const sending = state.sending.filter((one) => !ids.has(one.id))
  return sending.length === state.sending.length ? state : { ...state, sending }
}

function union(a: readonly Message[], b: readonly Message[]): Message[] {
  const bySeq = new Map([...a, ...b].map((message) => [message.seq, message]))
  return [...bySeq.values()].toSorted((one, other) => one.seq - other.seq)
}

function change(state: InboxState, chatId: string, thread: Thread): InboxState {
  return { ...state, threads: { ...state.threads, [chatId]: thread } }
}
