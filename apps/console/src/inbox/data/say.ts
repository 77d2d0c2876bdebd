import type { RefusalCode } from '@rolecall/protocol'
import { api, serverNow, toast, uuid } from '@rolecall/ui'
import { again, discard, failed as markFailed, send, sent } from '../state/send.ts'
import type { Sending } from '../state/state.ts'
import { putBack } from './drafts.ts'
import { failed } from './questions.ts'
import { inbox, update } from './store.ts'

/** ms after which a send without an answer counts as failed; trying again is safe, because the id stays. */
const patience = 20_000

/** Shows the message at once and sends it; the id is made here, so that two attempts are one message. */
export function say(chatId: string, kind: Sending['kind'], body: string): void {
  const id = uuid()
  update((state) => send(state, { id, chatId, kind, body, at: new Date(serverNow()).toISOString() }))
  void put(id)
}

export function sayAgain(id: string): void {
  update((state) => again(state, id))
  void put(id)
}

/** The connection is back: what had no answer goes out once more, in the order in which it was written. */
export function sayUnanswered(): void {
  for (const { id, unanswered } of inbox.peek().sending) if (unanswered) sayAgain(id)
}

/** Takes an unsent message away; its words go back into the draft, so nothing that was written is lost. */
export function takeBack(id: string): void {
  const one = inbox.peek().sending.find((sending) => sending.id === id)
  if (!one) return
  putBack(one)
  update((state) => discard(state, id))
}

/** One after the other in each chat, so that they arrive in the order in which they were written. */
const lines = new Map<string, Promise<void>>()

function put(id: string): Promise<void> {
  const one = inbox.peek().sending.find((sending) => sending.id === id)
  if (!one) return Promise.resolve()
  const line = (lines.get(one.chatId) ?? Promise.resolve()).then(() => attempt(one))
  lines.set(one.chatId, line)
  return line
}

const over: readonly RefusalCode[] = ['PERMISSION_MISSING', 'NOT_SIGNED_IN', 'OTHER_MEMBER']

async function attempt({ id, chatId, kind, body }: Sending): Promise<void> {
  const call = kind === 'note' ? api.inbox.note : api.inbox.reply
  try {
    const message = await call.mutate({ chatId, id, body }, { signal: AbortSignal.timeout(patience) })
    update((state) => sent(state, message))
  } catch (error) {
    const { text, refusal } = failed(error)
    // Nothing is sent from a preview, and a taken id is taken for good: the words go back where they were written.
    if (refusal?.code === 'PREVIEW' || refusal?.code === 'CONFLICT') {
      takeBack(id)
      toast(text, { tone: 'warn' })
      return
    }
    update((state) => markFailed(state, id, text, refusal === null || refusal.code === 'UNAVAILABLE'))
    // The right was withdrawn meanwhile, or the session is over: what was written becomes a draft again.
    if (refusal && over.includes(refusal.code)) takeBack(id)
  }
}
