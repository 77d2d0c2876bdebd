import type { Message } from '@rolecall/protocol'
import type { InboxState, Sending } from './state.ts'
import { learnMessage } from './thread.ts'

const pending = { state: 'pending', why: null, unanswered: false } as const

/** A message is on its way. Its id was made here, so that sending it twice is sending it once. */
export function send(state: InboxState, sending: Omit<Sending, 'state' | 'why' | 'unanswered'>): InboxState {
  const others = state.sending.filter((one) => one.id !== sending.id)
  return { ...state, sending: [...others, { ...sending, ...pending }] }
}

export function sent(state: InboxState, message: Message): InboxState {
  return learnMessage(state, message)
}

/** No answer, or a refusal. If the stream has shown the message meanwhile, it did arrive and nothing failed. */
export function failed(state: InboxState, id: string, why: string, unanswered: boolean): InboxState {
  return change(state, id, { state: 'failed', why, unanswered })
}

export function again(state: InboxState, id: string): InboxState {
  return change(state, id, pending)
}

export function discard(state: InboxState, id: string): InboxState {
  return { ...state, sending: state.sending.filter((one) => one.id !== id) }
}

function change(state: InboxState, id: string, to: Pick<Sending, 'state' | 'why' | 'unanswered'>): InboxState {
  return { ...state, sending: state.sending.map((one) => (one.id === id ? { ...one, ...to } : one)) }
}
