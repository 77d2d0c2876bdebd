import { randomUUID } from 'node:crypto'
import { type Calls, callOf } from '@rolecall/api/testing'
import type { Message, Session, Started } from '@rolecall/protocol'

export interface SignedIn extends Calls {
  cookie: string
  session: Session
}

/** Signs in as the demo page's button does. */
export async function signIn(url: string, role: string): Promise<SignedIn> {
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ role }),
  })
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] as string
  const calls = callOf(url, { cookie })
  const { data } = await calls.get<Session>('session.me')
  return { ...calls, cookie, session: data }
}

export interface Visitor {
  chatId: string
  headers: { authorization: string }
  say(body: string, id?: string): Promise<{ status: number; data: Message }>
}

/** A visitor of the demo's shop who has just written their first line. */
export async function visit(url: string, account: string, body: string): Promise<Visitor> {
  const answer = await callOf(url, {}).post<Started>('visitor.start', { account, id: randomUUID(), body })
  if (answer.status !== 200) throw new Error(`visitor.start answered ${JSON.stringify(answer.body)}`)
  const { secret, conversation } = answer.data
  const headers = { authorization: `Visitor ${secret}` }
  const calls = callOf(url, headers)
  return {
    chatId: conversation.chatId,
    headers,
    say: (body, id = randomUUID()) => calls.post<Message>('visitor.say', { id, body }),
  }
}
