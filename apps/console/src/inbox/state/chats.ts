import type { Chat } from '@rolecall/protocol'
import { countChange } from './match.ts'
import { freshThread, type InboxState, type Known } from './state.ts'

/** When a question was put. What the stream says after that beats the answer, and so does the answer to a later one. */
export interface Asked {
  tick: number
}

/** Put this into the question's closure, and `state` back into the store, before the question goes out. */
export function ask(before: InboxState): { state: InboxState; asked: Asked } {
  const state = { ...before, tick: before.tick + 1 }
  return { state, asked: { tick: state.tick } }
}

/** An answer from before the last resync tells nothing any more. */
export function isVoid(state: InboxState, asked: Asked): boolean {
  return asked.tick < state.epoch
}

/** The stream tells of a chat: always the newest there is. `isNew`: nobody has counted it before. */
export function hearChat(state: InboxState, chat: Chat, isNew = false): InboxState {
  const { [chat.id]: _, ...gone } = state.gone
  const next = count(state, counted(state, chat.id) ?? (isNew ? null : undefined), chat)
  return {
    ...next,
    gone,
    chats: { ...state.chats, [chat.id]: known(chat, state.tick) },
    read: isNew && !state.read[chat.id] ? { ...state.read, [chat.id]: { count: 0, asOf: state.tick } } : state.read,
    // It had been taken away, and is within reach again.
    threads: state.threads[chat.id]?.load === 'gone' ? { ...state.threads, [chat.id]: freshThread } : state.threads,
  }
}

/** The stream takes a chat away: deleted, or out of this member's scope. */
export function hearGone(state: InboxState, chatId: string): InboxState {
  return {
    ...forget(count(state, counted(state, chatId), null), chatId),
    gone: { ...state.gone, [chatId]: state.tick },
    threads: state.threads[chatId]
      ? { ...state.threads, [chatId]: { ...freshThread, load: 'gone', stale: false } }
      : state.threads,
    sending: state.sending.filter((one) => one.chatId !== chatId),
  }
}

/**
 * Counts what changed at once, and has the server count again: its last count, or the one on its way, may or may not
 * include this. `before` undefined: not known, so it may have been counted or not.
 */
function count(state: InboxState, before: Chat | null | undefined, after: Chat | null): InboxState {
  const change = countChange(state.list.query.status, state.me, before ?? null, after)
  if (before !== undefined && !change) return state
  return {
    ...state,
    counts: before !== undefined && state.counts && change ? change(state.counts) : state.counts,
    counted: state.tick,
    list: state.list.stale ? state.list : { ...state.list, stale: 'counts' },
  }
}

/** An answer tells of a chat, and how far this member has `read` (null: it does not say). */
export function learnChat(state: InboxState, asked: Asked, chat: Chat, read: number | null): InboxState {
  if (isVoid(state, asked)) return state
  if ((state.gone[chat.id] ?? -1) > asked.tick) return state
  const before = state.chats[chat.id]
  const keep = before !== undefined && before.asOf > asked.tick
  const { [chat.id]: _, ...gone } = state.gone
  const isNews = read !== null && asked.tick >= (state.read[chat.id]?.asOf ?? 0)
  return {
    ...(keep ? state : count({ ...state, tick: state.tick + 1 }, counted(state, chat.id), chat)),
    gone,
    chats: {
      ...state.chats,
      [chat.id]: known(keep ? before.chat : named(state, asked, chat), Math.max(before?.asOf ?? 0, asked.tick)),
    },
    read: isNews ? { ...state.read, [chat.id]: { count: read, asOf: asked.tick } } : state.read,
  }
}

/** Knows a chat no longer. */
export function forget(state: InboxState, chatId: string): InboxState {
  const { [chatId]: _, ...chats } = state.chats
  return { ...state, chats }
}

function named(state: InboxState, asked: Asked, chat: Chat): Chat {
  const renamed = state.renamed[chat.contact.id]
  return renamed && renamed.heard > asked.tick ? { ...chat, contact: { ...chat.contact, name: renamed.name } } : chat
}

/** The chat as the last counts may be trusted to have counted it; what was known before a resync may not. */
function counted(state: InboxState, chatId: string): Chat | undefined {
  const known = state.chats[chatId]
  return known && known.asOf >= state.epoch ? known.chat : undefined
}

function known(chat: Chat, asOf: number): Known {
  return { chat, asOf, at: Date.parse(chat.activeAt) }
}
