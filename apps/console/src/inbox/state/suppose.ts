import type { Chat } from '@rolecall/protocol'
import type { InboxState, Supposed } from './state.ts'

/** Shows a change before the server has answered. It lies over what is known and never mixes with it. */
export function suppose(state: InboxState, supposed: Supposed): InboxState {
  return { ...state, supposed: [...state.supposed, supposed] }
}

/** The answer came, or the refusal: what is known speaks for itself again. */
export function settle(state: InboxState, turn: number): InboxState {
  return { ...state, supposed: state.supposed.filter((one) => one.turn !== turn) }
}

/** A chat as it is to be shown. */
export function supposedChat(state: InboxState, chat: Chat): Chat {
  return state.supposed.reduce((shown, one) => (one.chatId === chat.id ? { ...shown, ...one.change } : shown), chat)
}
