import { engines } from '@rolecall/db/testing'
import type { ChatRow, Contact, Message } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Thread {
  chat: ChatRow
  contact: Contact | null
  messages: Message[]
  more: boolean
  earlier: { id: string; createdAt: string; status: string }[]
}

describe.each(engines)('inbox.thread on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const open = (role: string, input: object) => app.as(role).get<Thread>('inbox.thread', input)

  keepsContract(() => app, {
    path: 'inbox.thread',
    type: 'get',
    permission: 'inbox.view',
    good: ({ chats }) => ({ chatId: chats.agents }),
    bad: {
      chatId: ['', 'x', null, 7, [crypto.randomUUID()]],
      before: [0, -1, 1.5, 2 ** 31, '1'],
      limit: [0, 201, 'x'],
    },
    ids: { chatId: (other) => other.chats.agents },
  })

  it('shows messages, notes and the contact', async () => {
    const { chats, contacts, members } = app.seed
    const { data } = await open('Support', { chatId: chats.agents })
    expect(data.messages.map(({ seq, kind, body }) => [seq, kind, body])).toEqual([
      [1, 'message', 'Hello from agents'],
      [2, 'message', 'Is anyone there?'],
      [3, 'note', 'A note on agents'],
      [4, 'message', 'How can I help?'],
    ])
    expect(data.messages[2]?.author).toEqual({ kind: 'member', id: members.Agent.id, name: 'Agent Tester' })
    expect(data.chat).toMatchObject({ id: chats.agents, unread: 2, lastSeq: 4 })
    const contact = contacts.find(({ chatId }) => chatId === chats.agents)
    expect(data.contact).toMatchObject({
      id: contact?.id,
      details: { email: contact?.email, phone: '+44 20 7946 0000', ip: '203.0.113.7', data: { plan: 'trial' } },
    })
  })

  it('masks details, and shows no contact without contacts.view', async () => {
    const { chats } = app.seed
    const masked = await open('Masked', { chatId: chats.agents })
    expect(masked.data.contact).toMatchObject({ name: 'Agents Visitor', details: null })
    expect(JSON.stringify(masked.body)).not.toMatch(/visitor\.test|7946|203\.0|trial/)
    const none = await open('Chats', { chatId: chats.agents })
    expect(none.data.contact).toBeNull()
    expect(JSON.stringify(none.body)).not.toMatch(/visitor\.test|7946|203\.0|trial|shop\.example/)
  })

  it('turns pages backwards', async () => {
    const chatId = app.seed.chats.agents
    const newest = await open('Agent', { chatId, limit: 3 })
    expect(newest.data.messages.map(({ seq }) => seq)).toEqual([2, 3, 4])
    expect(newest.data.more).toBe(true)
    const older = await open('Agent', { chatId, limit: 3, before: 2 })
    expect(older.data.messages.map(({ seq }) => seq)).toEqual([1])
    expect(older.data.more).toBe(false)
    expect((await open('Agent', { chatId, before: 1 })).data.messages).toEqual([])
  })

  it('does not show a chat out of scope', async () => {
    const { chats } = app.seed
    for (const [role, chatId] of [
      ['Mine', chats.agents],
      ['Mine', chats.unassigned],
      ['Free', chats.supervisors],
      ['Desk', chats.sales],
    ] as const) {
      const { status, refusal } = await open(role, { chatId })
      expect([role, status, refusal.code]).toEqual([role, 404, 'NOT_FOUND'])
    }
    expect((await open('Free', { chatId: chats.unassigned })).status).toBe(200)
  })

  it('names earlier chats of the contact only within the scope', async () => {
    const { accountId, chats, contacts, members } = app.seed
    const contact_id = contacts.find(({ chatId }) => chatId === chats.unassigned)?.id ?? ''
    const [free, hers] = [crypto.randomUUID(), crypto.randomUUID()]
    const at = { account_id: accountId, contact_id, active_at: new Date() }
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('chat')
        .values([
          { ...at, id: free, assignee_id: null, status: 'closed', created_at: new Date('2026-01-02') },
          { ...at, id: hers, assignee_id: members.Supervisor.id, created_at: new Date('2026-01-01') },
        ])
        .execute(),
    )
    const all = await open('Administrator', { chatId: chats.unassigned })
    expect(all.data.earlier).toEqual([
      { id: free, status: 'closed', createdAt: '2026-01-02T00:00:00.000Z' },
      { id: hers, status: 'open', createdAt: '2026-01-01T00:00:00.000Z' },
    ])
    const narrow = await open('Free', { chatId: chats.unassigned })
    expect(narrow.data.earlier.map(({ id }) => id)).toEqual([free])
  })
})
