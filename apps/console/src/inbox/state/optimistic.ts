import type { Chat } from '@rolecall/protocol'
import type { InboxState, OptimisticChange } from './state.ts'

/** Shows a change before the server has answered. It lies over what is known and never mixes with it. */
export function showAtOnce(state: InboxState, change: OptimisticChange): InboxState {
  return { ...state, optimistic: [...state.optimistic, change] }
}

/** The answer came, or the refusal: what is known speaks for itself again. */
export function settle(state: InboxState, id: number): InboxState {
  return { ...state, optimistic: state.optimistic.filter((one) => one.id !== id) }
}

/** A chat as it is to be shown. */
export function optimisticChat(state: InboxState, chat: Chat): Chat {
  return state.optimistic.reduce((shown, one) => (one.chatId === chat.id ? { ...shown, ...one.change } : shown), chat)
}
