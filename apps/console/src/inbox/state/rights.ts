import { forgetSure } from './hear.ts'
import { freshList, freshThread, type InboxState } from './state.ts'

/** What of a session decides over what may be known here. */
export interface Rights {
  /** Reads chats at all. */
  reads: boolean
  /** Which of them, as one text: another text, other chats. */
  reach: string
  contacts: boolean
  details: boolean
}

/**
 * After a change of role: what is no longer within reach is forgotten at once, not only when the next answer leaves it
 * out; the rest stays on the screen while it is asked for again. What is being sent stays: the server decides on it.
 */
export function withRights(before: InboxState, was: Rights, is: Rights): InboxState {
  const state = { ...before, tick: before.tick + 1 }
  if (!is.reads || was.reach !== is.reach)
    return {
      ...state,
      epoch: state.tick,
      chats: {},
      counts: null,
      list: freshList(state.list.query),
      threads: Object.fromEntries(Object.keys(state.threads).map((id) => [id, freshThread])),
    }
  const hides = (was.contacts && !is.contacts) || (was.details && !is.details)
  const threads = Object.entries(state.threads).map(([id, thread]) => [
    id,
    hides ? { ...thread, contact: null } : thread,
  ])
  return forgetSure({ ...state, threads: Object.fromEntries(threads) })
}
