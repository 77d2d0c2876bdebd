import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import type { MessageTable } from '../inbox/table.ts'
import { hashed } from './hashed.ts'
import type { SeededMember } from './member.ts'

export interface SeededContact {
  id: string
  name: string
  email: string
  chatId: string
  /** The visitor's key to the chat: goes into `Authorization: Visitor …`. */
  secret: string
  secretHash: string
}

export interface SeededChats {
  departments: { sales: string; help: string }
  /** One per chat, in the order of the keys of `chats`. */
  contacts: SeededContact[]
  /** Chat ids by state. `agents`: assigned to the Agent; `supervisors`: to the Supervisor; `sales`: in that department. */
  chats: { unassigned: string; agents: string; supervisors: string; sales: string; help: string; closed: string }
}

/** A chat in each state, two visitor messages, an answer and a note in each that is assigned. */
export async function seedChats(
  tx: Tx,
  account_id: string,
  members: Record<'Agent' | 'Supervisor', SeededMember>,
): Promise<SeededChats> {
  const departments = { sales: randomUUID(), help: randomUUID() }
  const named = Object.entries(departments).map(([name, id]) => ({ account_id, id, name }))
  await tx.insertInto('department').values(named).execute()
  await tx
    .insertInto('department_member')
    .values({ account_id, department_id: departments.sales, member_id: members.Agent.id })
    .execute()
  const states = {
    unassigned: {},
    agents: { assignee: members.Agent },
    supervisors: { assignee: members.Supervisor },
    sales: { department: departments.sales },
    help: { department: departments.help },
    closed: { assignee: members.Agent, closed: true },
  } satisfies Record<keyof SeededChats['chats'], Partial<State>>
  const rows = Object.entries(states).map(([key, state], nr) => newChat(account_id, key, state, nr))
  await tx
    .insertInto('contact')
    .values(rows.map(({ contact }) => contact))
    .execute()
  await tx
    .insertInto('chat')
    .values(rows.map(({ chat }) => chat))
    .execute()
  await tx
    .insertInto('message')
    .values(rows.flatMap(({ messages }) => messages))
    .execute()
  await tx
    .insertInto('visitor')
    .values(rows.map(({ visitor }) => visitor))
    .execute()
  const chats = Object.fromEntries(rows.map(({ key, chat }) => [key, chat.id])) as SeededChats['chats']
  return { departments, contacts: rows.map(({ seeded }) => seeded), chats }
}

interface State {
  assignee: SeededMember
  department: string
  closed: boolean
}

/** Its rows, and what tests are told of them. */
function newChat(account_id: string, key: string, state: Partial<State>, nr: number) {
  const [id, chatId] = [randomUUID(), randomUUID()]
  const name = `${key[0]?.toUpperCase()}${key.slice(1)} Visitor`
  const email = `${key}-${id.slice(0, 8)}@visitor.test`
  const secret = `rv_${account_id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
  const secretHash = hashed(secret)
  // Minutes apart, so that every list has one right order.
  const at = (minute: number) => new Date(Date.now() - (60 - nr * 5 - minute) * 60_000)
  const contact = {
    account_id,
    id,
    name,
    email,
    phone: '+44 20 7946 0000',
    ip: '203.0.113.7',
    data: JSON.stringify({ plan: 'trial' }),
    tags: ['seeded'],
    page: 'https://shop.example/',
    device: 'Firefox on Linux',
    last_seen_at: at(1),
  }
  const messages: Pick<MessageTable, 'author_kind' | 'author_id' | 'author_name' | 'kind' | 'body'>[] = [
    { author_kind: 'visitor', author_id: id, author_name: name, kind: 'message', body: `Hello from ${key}` },
    { author_kind: 'visitor', author_id: id, author_name: name, kind: 'message', body: 'Is anyone there?' },
  ]
  if (state.assignee) {
    const author = { author_kind: 'member', author_id: state.assignee.id, author_name: state.assignee.name } as const
    messages.push({ ...author, kind: 'note', body: `A note on ${key}` })
    messages.push({ ...author, kind: 'message', body: 'How can I help?' })
  }
  const last = messages.findLastIndex((message) => message.kind === 'message')
  const preview = messages[last]
  const chat = {
    account_id,
    id: chatId,
    contact_id: id,
    status: state.closed ? ('closed' as const) : ('open' as const),
    closed_at: state.closed ? at(4) : null,
    assignee_id: state.assignee?.id ?? null,
    department_id: state.department ?? null,
    last_seq: messages.length,
    visitor_count: 2,
    preview_body: preview?.body ?? null,
    preview_kind: preview?.author_kind ?? null,
    preview_name: preview?.author_name ?? null,
    preview_author: preview?.author_id ?? null,
    preview_at: at(last),
    first_reply_at: state.assignee ? at(3) : null,
    created_at: at(0),
    active_at: at(last),
  }
  return {
    key,
    contact,
    chat,
    messages: messages.map((message, i) => ({
      ...message,
      ...{ account_id, id: randomUUID(), chat_id: chatId, seq: i + 1, at: at(i) },
    })),
    visitor: { account_id, id: randomUUID(), contact_id: id, chat_id: chatId, secret_hash: secretHash },
    seeded: { id, name, email, chatId, secret, secretHash } satisfies SeededContact,
  }
}
