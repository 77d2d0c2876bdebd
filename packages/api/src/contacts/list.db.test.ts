import { engines } from '@rolecall/db/testing'
import type { Contact } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Page {
  rows: Contact[]
  next: string | null
  total: number
}

describe.each(engines)('contacts.list on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const list = async (role: string, input: object = {}): Promise<Page> => {
    const { data, refusal } = await app.as(role).get<Page>('contacts.list', input)
    expect(refusal).toBeUndefined()
    return data
  }
  const names = async (role: string, input: object = {}) => (await list(role, input)).rows.map(({ name }) => name)

  keepsContract(() => app, {
    path: 'contacts.list',
    type: 'get',
    permission: 'contacts.view',
    good: () => ({ search: 'visitor' }),
    bad: {
      search: ['x'.repeat(201), 'a\nb', 7],
      cursor: ['', 'x', `1_${'g'.repeat(36)}`],
      limit: [0, 101, 'x'],
      order: ['email'],
    },
  })

  it('lists the last seen first, with details and how many there are', async () => {
    const page = await list('Support')
    expect(page.rows.map(({ name }) => name)).toEqual(
      ['Closed', 'Help', 'Sales', 'Supervisors', 'Agents', 'Unassigned'].map((name) => `${name} Visitor`),
    )
    expect(page).toMatchObject({ total: 6, next: null })
    expect(page.rows[0]).toMatchObject({
      details: {
        email: app.seed.contacts.at(-1)?.email,
        phone: '+44 20 7946 0000',
        ip: '203.0.113.7',
        data: { plan: 'trial' },
      },
      tags: ['seeded'],
      page: 'https://shop.example/',
      device: 'Firefox on Linux',
    })
  })

  it('finds by name, tag, email and phone, and never by what is only like them', async () => {
    const [contact] = app.seed.contacts
    for (const search of ['UNASSIGNED v', contact?.email ?? ''])
      expect(await names('Agent', { search })).toEqual(['Unassigned Visitor'])
    for (const search of ['7946', 'SEEDED']) expect((await list('Agent', { search })).total).toBe(6)
    for (const search of ['%', '_', 'Unassigned_Visitor', '203.0.113.7'])
      expect(await list('Agent', { search })).toEqual({ rows: [], next: null, total: 0 })
  })

  it('neither shows nor finds what is masked', async () => {
    const [contact] = app.seed.contacts
    for (const search of [contact?.email ?? '', '@visitor.test', '7946', '203.0', 'trial']) {
      expect(await list('Masked', { search })).toEqual({ rows: [], next: null, total: 0 })
    }
    const page = await list('Masked', { search: 'visitor' })
    expect(page.total).toBe(6)
    expect(page.rows.every(({ details }) => details === null)).toBe(true)
    expect(JSON.stringify(page)).not.toMatch(/visitor\.test|7946|203\.0|trial/)
  })

  it('shows with a narrow scope only who has a chat in it', async () => {
    expect(await list('Mine')).toEqual({ rows: [], next: null, total: 0 })
    expect(await names('Free')).toEqual(['Help Visitor', 'Sales Visitor', 'Unassigned Visitor'])
    expect((await list('Free', { search: 'Agents' })).total).toBe(0)
    expect((await app.as('Chats').get('contacts.list', {})).refusal).toMatchObject({ permission: 'contacts.view' })
  })

  it('turns pages without a gap or a repeat, also among equal times', async () => {
    const { accountId } = app.seed
    const last_seen_at = new Date('2026-01-01T00:00:00.007Z')
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('contact')
        .values(
          Array.from({ length: 20 }, () => ({
            account_id: accountId,
            id: crypto.randomUUID(),
            name: 'Equal',
            data: '{}',
            last_seen_at,
          })),
        )
        .execute(),
    )
    const all = (await list('Agent', { limit: 100 })).rows.map(({ id }) => id)
    expect(all).toHaveLength(26)
    const turned: string[] = []
    let cursor: string | null = null
    do {
      const page: Page = await list('Agent', { limit: 5, ...(cursor && { cursor }) })
      expect(page.total).toBe(26)
      turned.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(turned).toEqual(all)
  })
})
