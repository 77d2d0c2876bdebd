import { engines } from '@rolecall/db/testing'
import type { Contact } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Found {
  contact: Contact
  chats: { id: string; status: string; createdAt: string; preview: string | null }[]
}

describe.each(engines)('contacts.get on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const idOf = (key: keyof StartedApi['seed']['chats']) =>
    app.seed.contacts.find(({ chatId }) => chatId === app.seed.chats[key])?.id ?? ''
  const get = (role: string, contactId: string) => app.as(role).get<Found>('contacts.get', { contactId })

  keepsContract(() => app, {
    path: 'contacts.get',
    type: 'get',
    permission: 'contacts.view',
    good: ({ contacts }) => ({ contactId: contacts[0]?.id }),
    bad: { contactId: ['', 'x', null, 7] },
    ids: { contactId: (other) => other.contacts[0]?.id ?? '' },
  })

  it('shows the contact and their chats', async () => {
    const { data } = await get('Support', idOf('agents'))
    expect(data.contact).toMatchObject({ name: 'Agents Visitor', details: { phone: '+44 20 7946 0000' } })
    expect(data.chats).toEqual([
      { id: app.seed.chats.agents, status: 'open', createdAt: expect.any(String), preview: 'How can I help?' },
    ])
  })

  it('masks details, and shows no word of a chat without inbox.view', async () => {
    const masked = await get('Masked', idOf('agents'))
    expect(masked.data.contact.details).toBeNull()
    expect(JSON.stringify(masked.body)).not.toMatch(/visitor\.test|7946|203\.0|trial/)
    const people = await get('People', idOf('agents'))
    expect(people.data.contact.name).toBe('Agents Visitor')
    expect(people.data.chats).toEqual([])
  })

  it('shows with a narrow scope neither strangers nor the other chats of those it knows', async () => {
    expect((await get('Free', idOf('agents'))).refusal.code).toBe('NOT_FOUND')
    const { accountId, members } = app.seed
    const hidden = crypto.randomUUID()
    await app.database.tenant(accountId, (tx) =>
      tx
        .insertInto('chat')
        .values({
          account_id: accountId,
          id: hidden,
          contact_id: idOf('help'),
          assignee_id: members.Agent.id,
          active_at: new Date(),
        })
        .execute(),
    )
    expect((await get('Agent', idOf('help'))).data.chats).toHaveLength(2)
    const narrow = await get('Free', idOf('help'))
    expect(narrow.data.chats.map(({ id }) => id)).toEqual([app.seed.chats.help])
  })
})
