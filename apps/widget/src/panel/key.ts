import type { OwnKey } from '@rolecall/protocol'
import type { Send, ToPage } from '../bridge.ts'
import type { Call } from './call.ts'
import type { Memory } from './memory.ts'

export type Key = ReturnType<typeof createKey>

interface Parts {
  account: string
  call: Call
  memory: Memory
  tell: Send<ToPage>
}

/**
 * The key to this browser's conversation. Where a frame of another site is given no storage, a cookie of the chat server
 * keeps it, which no script can read: the server is asked which it is, and told to end it.
 */
export function createKey({ account, call, memory, tell }: Parts) {
  const ask = <Answer>(path: string) => call<Answer>(path, { account }, { change: true, cookie: true })
  let ending: Promise<void> | undefined
  let over = false

  const end = () =>
    (ending ??= ask('forget')
      .then(() => {
        if (over) tell('forgotten', null)
        over = false
      })
      .finally(() => (ending = undefined)))

  return {
    /** Undefined where there is none. Another tab may have begun a conversation since the last time. */
    async own(): Promise<string | undefined> {
      // What was to be forgotten is never shown again: it waits for the server to have ended it.
      if (over) await end()
      if (!memory.lasts && !memory.get().secret) {
        const { secret } = await ask<OwnKey>('key')
        if (secret) memory.set({ secret })
      }
      return memory.get().secret
    },
    /** Tells the page when it is done; where it cannot be done now, at the next try. */
    forget(): void {
      memory.clear()
      if (memory.lasts) tell('forgotten', null)
      over = !memory.lasts
      // In any case: this browser may have blocked storage before.
      end().catch(() => {})
    },
  }
}
