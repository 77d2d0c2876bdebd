import { engines } from '@rolecall/db/testing'
import type { Contact } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('contacts.edit on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const idOf = (key: keyof StartedApi['seed']['chats']) =>
    app.seed.contacts.find(({ chatId }) => chatId === app.seed.chats[key])?.id ?? ''
  const edit = (role: string, input: object) => app.as(role).post<Contact>('contacts.edit', input)

  keepsContract(() => app, {
    path: 'contacts.edit',
    type: 'post',
    permission: 'contacts.edit',
    good: ({ contacts }) => ({ contactId: contacts[0]?.id, tags: ['a'] }),
    bad: {
      contactId: ['x', null],
      name: ['', ' ', null, 'x'.repeat(201), 'a\nb', 'a\0'],
      email: ['x', '', 7, `${'a'.repeat(300)}@b.example`],
      phone: ['', 7, 'x'.repeat(51)],
      tags: [null, 'vip', [''], [7], ['x'.repeat(51)], Array(51).fill('a')],
      ip: ['1.2.3.4'],
      data: [{}],
      accountId: [crypto.randomUUID()],
    },
    ids: { contactId: (other) => other.contacts[0]?.id ?? '' },
  })

  it('changes what is given, leaves the rest, and tells it', async () => {
    const contactId = idOf('agents')
    const before = await clockOf(app.database, app.seed.accountId)
    const { data } = await edit('Support', {
      contactId,
      name: ' Ana <Lima> ',
      email: 'ana@lima.example',
      tags: ['vip', 'vip', 'new'],
    })
    expect(data).toMatchObject({
      id: contactId,
      name: 'Ana <Lima>',
      details: { email: 'ana@lima.example', phone: '+44 20 7946 0000', ip: '203.0.113.7' },
      tags: ['vip', 'new'],
    })
    expect((await edit('Support', { contactId, phone: null })).data.details).toMatchObject({
      phone: null,
      email: 'ana@lima.example',
    })
    expect((await edit('Support', { contactId })).data).toMatchObject({ name: 'Ana <Lima>' })
    const told = await toldSince(app.database, app.seed.accountId, before)
    expect(told.map(({ data }) => data)).toEqual(
      [1, 2, 3].map(() => ({ type: 'contact', contactId, name: 'Ana <Lima>' })),
    )
  })

  it('lets no one write what they may not see', async () => {
    const contactId = idOf('help')
    expect((await edit('Masked', { contactId, name: 'Renamed', tags: [] })).data).toMatchObject({
      name: 'Renamed',
      details: null,
    })
    const before = await stateOf(app.database)
    for (const detail of [{ email: 'x@y.example' }, { email: null }, { phone: '1' }, { phone: null }]) {
      const { status, refusal } = await edit('Masked', { contactId, name: 'Not either', ...detail })
      expect(status).toBe(403)
      expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'contacts.details', role: 'Masked' })
    }
    const absent = await edit('Masked', { contactId: crypto.randomUUID(), email: null })
    expect(absent.refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('does not reach a contact out of scope', async () => {
    const before = await stateOf(app.database)
    expect((await edit('Free', { contactId: idOf('supervisors'), name: 'Mine now' })).refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })
})
