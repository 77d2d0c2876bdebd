import type { Conversation, Message, Started } from '@rolecall/protocol'
import type { Who } from '../bridge.ts'
import type { Call, Refused } from './call.ts'
import { uuid } from './uuid.ts'

interface First {
  account: string
  call: Call
  attempt(who: Who): Promise<Started>
  /** The key's random part. */
  own: string
  path: 'start' | 'offline'
  id: string
  body: string
  name?: string | undefined
  email?: string | undefined
}

/** What becomes of a first message that was refused. @throws the refusal, where there is nothing to be done */
export async function recover(
  { account, call, attempt, own, path, id, body, name, email }: First,
  error: Refused,
): Promise<Started> {
  const { code, fields } = error
  // What the page says of its visitor is no reason not to send what the visitor says; nor is one half of it for the other.
  if (code === 'INVALID_INPUT' && path === 'start') {
    const bad = fields.map((field) => field.path)
    const good = (half: keyof Who, value?: string) => (bad.length && !bad.includes(half) ? value : undefined)
    return await attempt({ name: good('name', name), email: good('email', email) })
  }
  if (code !== 'CONFLICT') throw error
  // An earlier message did arrive, only its answer did not: the conversation is there.
  const secret = `rv_${account.replaceAll('-', '')}_${own}`
  const conversation = await call<Conversation>('thread', undefined, { secret })
  // It may have been other words under the same id, changed since they were sent: these are a message of their own.
  const taken = conversation.messages.some((message) => message.id === id)
  const message = await call<Message>('say', { id: taken ? uuid() : id, body }, { secret, change: true })
  return { secret, conversation: { ...conversation, messages: [...conversation.messages, message] } }
}
