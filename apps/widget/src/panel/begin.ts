import type { Conversation, Message, Started } from '@rolecall/protocol'
import type { Who } from '../bridge.ts'
import type { Call, Refused } from './call.ts'
import type { Memory } from './memory.ts'
import { seed, uuid } from './uuid.ts'

interface Parts {
  account: string
  call: Call
  memory: Memory
  /** The page that the visitor writes from. */
  page(): string
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
export function createBegin({ account, call, memory, page }: Parts): Begin {
  return async (path, { id, body }, { name, email }) => {
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
        { account, secret: own, page: page(), id, body, ...who },
        { change: true, cookie: !memory.lasts },
      )
    try {
      return keep(await attempt({ name: name || undefined, email: email || undefined }))
    } catch (error) {
      const { code, fields } = error as Refused
      // What the page says of its visitor is no reason not to send what the visitor says; nor is one half of it for the other.
      if (code === 'INVALID_INPUT' && path === 'start') {
        const bad = fields.map((field) => field.path)
        const good = (half: keyof Who, value?: string) => (bad.length && !bad.includes(half) ? value : undefined)
        return keep(await attempt({ name: good('name', name), email: good('email', email) }))
      }
      if (code !== 'CONFLICT') throw error
      // An earlier message did arrive, only its answer did not: the conversation is there.
      const secret = `rv_${account.replaceAll('-', '')}_${own}`
      const conversation = await call<Conversation>('thread', undefined, { secret })
      // It may have been other words under the same id, changed since they were sent: these are a message of their own.
      const taken = conversation.messages.some((message) => message.id === id)
      const message = await call<Message>('say', { id: taken ? uuid() : id, body }, { secret, change: true })
      return keep({ secret, conversation: { ...conversation, messages: [...conversation.messages, message] } })
    }
  }
}
