import type { Send, Shown, ToPage } from '../bridge.ts'
import { words } from './speech.ts'
import { type Line, unread } from './thread.ts'

/** All that the screen shows. A change is a new value. */
export interface State {
  config: Shown
  lines: readonly Line[]
  /** Highest seq that the visitor has seen. */
  seen: number
  closed: boolean
  /** loading: an earlier conversation is being fetched. broken: it could not be. */
  phase: 'fresh' | 'loading' | 'broken' | 'talking'
  live: boolean
  /** What just happened, in a line of its own: a message was left, or the chat is gone. */
  note: 'thanks' | 'gone' | null
  /** The last message was refused because there were too many. */
  slow: boolean
  /** What is being written. */
  draft: string
}

/** Characters of one message, as the server counts them. What is longer is said, never cut. */
export const most = 10_000

/** Before anybody has said anything. */
export const fresh = { lines: [], seen: 0, closed: false, phase: 'fresh', live: true, note: null, slow: false } as const

/** Holds the state, draws it, and tells the page how much is unread whenever that changes. */
export function createStore(config: Shown, draft: string, tell: Send<ToPage>) {
  let state: State = { ...fresh, config, draft }
  let changed = () => {}
  let told = 0
  return {
    get: () => state,
    onChange: (listener: () => void) => void (changed = listener),
    set(change: Partial<State>): void {
      state = { ...state, ...change }
      // Drawing may show that somebody looks at it, and then nothing is unread.
      changed()
      const count = unread(state.lines, state.seen)
      if (count === told) return
      told = count
      tell('unread', [count, words.unread.replace('{count}', `${count}`)])
    },
  }
}
