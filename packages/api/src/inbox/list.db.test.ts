import { engines } from '@rolecall/db/testing'
import type { ChatCounts, ChatRow } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Page {
  rows: ChatRow[]
  next: string | null
  counts: ChatCounts
}

describe.each(engines)('inbox.list on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const list = async (role: string, input: object = {}): Promise<Page> => {
    const { data, refusal } = await app.as(role).get<Page>('inbox.list', { view: 'all', status: 'open', ...input })
    expect(refusal).toBeUndefined()
    return data
  }
  const ids = async (role: string, input: object = {}) => (await list(role, input)).rows.map(({ id }) => id)

  keepsContract(() => app, {
    path: 'inbox.list',
    type: 'get',
    permission: 'inbox.view',
    good: () => ({ view: 'all', status: 'open', search: 'hello', limit: 5 }),
    bad: {
      view: ['everything', null, ['all'], '__proto__'],
      status: ['snoozed', 1],
      search: ['x'.repeat(201), 'a\0b', {}],
      cursor: ['', '1', `1_${'x'.repeat(36)}`, "1_' or 1=1"],
      limit: [0, 101, 1.5, '10'],
    },
  })

  const both = (help: number, sales: number) => [
    { id: app.seed.departments.help, name: 'help', count: help },
    { id: app.seed.departments.sales, name: 'sales', count: sales },
  ]

  it('lists those of one department, in each view and by search', async () => {
    const { agents, sales, help } = app.seed.chats
    const { departments } = app.seed
    const there = { departmentId: departments.sales }
    expect(await ids('Administrator', there)).toEqual([sales])
    expect(await ids('Administrator', { departmentId: departments.help, view: 'unassigned' })).toEqual([help])
    expect(await ids('Agent', { ...there, view: 'mine' })).toEqual([])
    expect(await ids('Administrator', { ...there, search: 'hello' })).toEqual([sales])
    expect(await ids('Free', { ...there, search: 'hello' })).toEqual([sales])
    expect(await ids('Mine', { ...there, search: 'hello' })).toEqual([])
    const assign = (memberId: string | null, from: string | null) =>
      app.as('Administrator').post('inbox.assign', { chatId: sales, memberId, from })
    const me = app.seed.members['Mine']?.id ?? ''
    await assign(me, null)
    expect(await ids('Mine', there)).toEqual([sales])
    expect(await ids('Mine', { ...there, search: 'hello' })).toEqual([sales])
    expect(await ids('Mine', { ...there, view: 'mine', search: 'hello' })).toEqual([sales])
    expect((await list('Mine')).counts.departments).toEqual(both(0, 1).slice(1))
    await assign(null, me)
    expect(await ids('Administrator', { departmentId: '00000000-0000-4000-8000-000000000000' })).toEqual([])
    expect(await ids('Agent', { view: 'mine', search: 'hello' })).toEqual([agents])
  })

  it('lists newest activity first, each view apart, with its counts', async () => {
    const { unassigned, agents, supervisors, sales, help, closed } = app.seed.chats
    expect(await ids('Administrator')).toEqual([help, sales, supervisors, agents, unassigned])
    expect(await ids('Agent', { view: 'mine' })).toEqual([agents])
    expect(await ids('Agent', { view: 'unassigned' })).toEqual([help, sales, unassigned])
    expect(await ids('Agent', { status: 'closed' })).toEqual([closed])
    expect((await list('Agent')).counts).toEqual({ mine: 1, unassigned: 3, all: 5, departments: both(1, 1) })
    expect((await list('Agent', { status: 'closed' })).counts).toEqual({
      ...{ mine: 1, unassigned: 0, all: 1 },
      departments: both(0, 0),
    })
  })

  it('says of each chat what the row shows', async () => {
    const { agents } = app.seed.chats
    const contact = app.seed.contacts.find(({ chatId }) => chatId === agents)
    const row = (await list('Administrator')).rows.find(({ id }) => id === agents)
    expect(row).toMatchObject({
      contact: { id: contact?.id, name: 'Agents Visitor' },
      status: 'open',
      assignee: { id: app.seed.members.Agent.id, name: 'Agent Tester' },
      lastSeq: 4,
      visitorCount: 2,
      unread: 2,
      preview: { author: { kind: 'member', name: 'Agent Tester' }, body: 'How can I help?' },
      seenSeq: 0,
    })
  })

  it('keeps lists, counts and search within a narrow scope', async () => {
    const { unassigned, sales, help } = app.seed.chats
    expect((await list('Mine')).counts).toEqual({ mine: 0, unassigned: 0, all: 0, departments: [] })
    expect(await ids('Mine')).toEqual([])
    expect(await ids('Mine', { view: 'unassigned', search: 'Hello' })).toEqual([])
    expect(await ids('Free')).toEqual([help, sales, unassigned])
    expect((await list('Free')).counts).toEqual({ mine: 0, unassigned: 3, all: 3, departments: both(1, 1) })
    expect(await ids('Desk')).toEqual([])
    const { accountId, departments, members } = app.seed
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('department_member')
        .values({ account_id: accountId, department_id: departments.sales, member_id: members['Desk']?.id ?? '' })
        .execute(),
    )
    expect(await ids('Desk')).toEqual([sales])
    expect(await ids('Desk', { search: 'help' })).toEqual([])
    expect((await list('Desk')).counts).toEqual({
      ...{ mine: 0, unassigned: 1, all: 1 },
      departments: both(0, 1).slice(1),
    })
  })

  it('finds names, words and notes, never what is only like them', async () => {
    const { agents, supervisors } = app.seed.chats
    expect(await ids('Administrator', { search: 'AGENTS visitor' })).toEqual([agents])
    expect(await ids('Administrator', { search: 'note on superv' })).toEqual([supervisors])
    expect(await ids('Administrator', { search: 'H_llo from' })).toEqual([])
    expect(await ids('Administrator', { search: 'Hello_FRO' })).toEqual(
      await ids('Administrator', { search: 'hello fro' }),
    )
    expect(await ids('Administrator', { search: 'ote on superv' })).toEqual([])
    expect(await ids('Administrator', { search: '%' })).toEqual([])
    expect(await ids('Administrator', { search: '@visitor.test' })).toEqual([])
    expect(await ids('Administrator', { search: '  ' })).toHaveLength(5)
  })

  it('turns pages without a gap, a repeat or an end too early, also among equal times', async () => {
    const { accountId, contacts } = app.seed
    const at = new Date('2026-01-01T00:00:00.123Z')
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('chat')
        .values(
          Array.from({ length: 23 }, () => ({
            account_id: accountId,
            id: crypto.randomUUID(),
            contact_id: contacts[0]?.id ?? '',
            active_at: at,
          })),
        )
        .execute(),
    )
    const all = await ids('Administrator', { limit: 100 })
    expect(all).toHaveLength(28)
    const turned: string[] = []
    let cursor: string | null = null
    do {
      const page: Page = await list('Administrator', { limit: 4, ...(cursor && { cursor }) })
      turned.push(...page.rows.map(({ id }) => id))
      cursor = page.next
      expect(page.counts.all).toBe(28)
    } while (cursor)
    expect(turned).toEqual(all)
  })

  it('takes no more from another’s cursor than a place', async () => {
    const cursor = `${Date.now() + 60_000}_${app.seed.chats.help}`
    expect(await ids('Mine', { cursor })).toEqual([])
  })
})
