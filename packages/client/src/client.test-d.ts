import { type createApi, feature, guardFor, router } from '@rolecall/api'
import { catalogue } from '@rolecall/permissions'
import type { ChatRow, Contact, LiveEvent, Session } from '@rolecall/protocol'
import { createClient } from './client.ts'

// Checked by `tsc`: what a sibling app may write, and what it may not.

const { api, live } = createClient({ url: 'https://chat.example.com', token: 'rc_x' })

export async function right() {
  const session: Session = await api.session.me.query()
  const { rows }: { rows: ChatRow[] } = await api.inbox.list.query({ view: 'mine', status: 'open' })
  const contact: { contact: Contact } = await api.contacts.get.query({ contactId: 'c' })
  for await (const { id, event } of live({ after: session.event })) {
    const known: [number, LiveEvent] = [id, event]
    if (event.type === 'message') return [known, event.message.body, rows, contact]
  }
  return []
}

export async function wrong() {
  // @ts-expect-error no such view
  await api.inbox.list.query({ view: 'theirs', status: 'open' })
  // @ts-expect-error a key that is not there is refused, so it does not compile
  await api.inbox.close.mutate({ chatId: 'c', reason: 'x' })
  // @ts-expect-error a change is not a query
  await api.inbox.close.query({ chatId: 'c' })
  // @ts-expect-error no such procedure
  await api.inbox.destroy.mutate({ chatId: 'c' })
  // @ts-expect-error an id is a number
  live({ after: 'x' })
  // @ts-expect-error an event of no known type
  for await (const { event } of live()) if (event.type === 'mesage') return event
  return null
}

/** A server to which a sibling app adds its calls. */
export async function sibling() {
  const counting = guardFor(catalogue)
    .may('inbox.view')
    .query(() => 3)
  const deals = feature('deals', { router: router({ count: counting }) })
  type Theirs = ReturnType<typeof createApi<readonly [typeof deals]>>['router']
  const { api } = createClient<Theirs>({ url: 'https://chat.example.com', token: 'rc_x' })
  const count: number = await api.deals.count.query()
  const session: Session = await api.session.me.query()
  // @ts-expect-error no such call of theirs
  await api.deals.sum.query()
  return [count, session]
}
