import { passing } from './call.ts'
import type { Memory, Unsent } from './memory.ts'
import { uuid } from './uuid.ts'

interface Parts {
  memory: Memory
  /** Resolves when the server has it. */
  send(unsent: Unsent): Promise<void>
  mark(unsent: Unsent, state: 'sending' | 'failed'): void
  refused(error: unknown): void
}

/** Pauses before a message that did not get through is sent again by itself, in ms. */
const pauses = [800, 2500]

/**
 * Sends what was written, one message after the other so that none overtakes another. The id is made once, here: however
 * often a message is sent, it is one message. What cannot be sent stays, marked, until somebody tries again.
 */
export function createOutbox({ memory, send, mark, refused }: Parts) {
  const queue: Unsent[] = []
  let busy = false

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next = queue[0]; next; next = queue[0]) {
      const one = next
      const error = await deliver(one)
      // Cleared meanwhile: it is nobody's any more.
      if (queue[0] !== one) continue
      queue.shift()
      if (error === undefined) drop([one.id])
      else {
        mark(one, 'failed')
        refused(error)
      }
    }
    busy = false
  }

  async function deliver(one: Unsent): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        await send(one)
        return undefined
      } catch (error) {
        const pause = pauses[attempt]
        if (pause === undefined || !passing(error) || queue[0] !== one) return error
        await new Promise((done) => setTimeout(done, pause))
        // The stream has brought it back meanwhile: only the answer was lost.
        if (!memory.get().unsent.some(({ id }) => id === one.id)) return undefined
      }
    }
  }

  const drop = (ids: readonly string[]) => {
    const { unsent } = memory.get()
    if (unsent.some(({ id }) => ids.includes(id))) memory.set({ unsent: unsent.filter(({ id }) => !ids.includes(id)) })
  }

  const push = (one: Unsent) => {
    mark(one, 'sending')
    queue.push(one)
    void work()
  }

  return {
    add(body: string): void {
      const one = { id: uuid(), body, at: new Date().toISOString() }
      memory.set({ unsent: [...memory.get().unsent, one] })
      push(one)
    },
    again(id: string): void {
      const one = memory.get().unsent.find((unsent) => unsent.id === id)
      if (one && !queue.some((queued) => queued.id === id)) push(one)
    },
    /** The server has these, whether or not it could tell us. */
    known: drop,
    clear(): void {
      queue.length = 0
    },
  }
}
