import type { Conversation, Started } from '@rolecall/protocol'
import type { Who } from '../bridge.ts'
import type { Call, Refused } from './call.ts'
import type { Memory } from './memory.ts'
import { seed } from './uuid.ts'

interface Parts {
  account: string
  call: Call
  memory: Memory
  /** The page that the visitor writes from, and what it says of them. */
  context(): { who: Who; page: string }
}

interface First {
  id: string
  body: string
}

export type Begin = (path: 'start' | 'offline', first: First, who: Who) => Promise<Conversation>

/**
 * A first message makes the conversation and the key to it. The key's random part is ours and kept before it is sent: if
 * the answer is lost, the next try is given the same conversation.
 */
export function createBegin({ account, call, memory, context }: Parts): Begin {
  return async (path, { id, body }, { name, email }) => {
    const {
      page,
      who: { department },
    } = context()
    const own = memory.get().seed ?? seed()
    memory.set({ seed: own })
    const keep = ({ secret, conversation }: Started) => {
      const now = memory.get()
      // Shut down meanwhile: it is nobody's any more. (Another tab may have been given the same conversation.)
      if (now.seed !== own && now.secret !== secret) throw new Error('forgotten')
      memory.set({ secret, seed: undefined })
      return conversation
    }
    const attempt = (who: Who) =>
      call<Started>(
        path,
        { account, secret: own, page, department, id, body, ...who },
        { change: true, cookie: !memory.lasts },
      )
    try {
      return keep(await attempt({ name: name || undefined, email: email || undefined }))
    } catch (error) {
      const { code } = error as Refused
      if (code !== 'INVALID_INPUT' && code !== 'CONFLICT') throw error
      // Seldom, and so not loaded before.
      const { recover } = await import('./recover.ts')
      return keep(await recover({ account, call, attempt, own, path, id, body, name, email }, error as Refused))
    }
  }
}
