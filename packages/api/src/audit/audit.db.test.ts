import { audit } from '@rolecall/db'
import { engines, seedAccount } from '@rolecall/db/testing'
import type { AuditPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('the history on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, {
      seed: { roles: { Narrow: { full_sections: ['audit', 'inbox'], chat_scope: 'departments', unassigned: true } } },
    })
    const { members, roles } = server.seed
    for (const role of [roles.Agent, roles.Support, roles.Agent, roles.Support])
      await server.as('Administrator').post('team.setRole', { memberId: members.Support.id, roleId: role })
    await server.as('Supervisor').post('switches.setOnline', { online: false })
    await server.as('Supervisor').post('switches.setOnline', { online: true })
    const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
    server.seed.members['Foreign'] = other.members.Administrator
    await server.as('Foreign').post('switches.setOnline', { online: false })
  })
  afterAll(() => server.close())

  const list = async (input: object = {}, role = 'Supervisor') =>
    (await server.as(role).get<AuditPage>('audit.list', input)).data

  it('tells what happened in words, the newest first, and nothing of another account', async () => {
    const { rows } = await list()
    expect(rows.map(({ text }) => text)).toEqual([
      'Switched “Our team is online” on',
      'Switched “Our team is online” off',
      'Changed the role of Support Tester from Agent to Support',
      'Changed the role of Support Tester from Support to Agent',
      'Changed the role of Support Tester from Agent to Support',
      'Changed the role of Support Tester from Support to Agent',
    ])
    expect(new Set(rows.map(({ actor }) => actor.name))).toEqual(new Set(['Supervisor Tester', 'Administrator Tester']))
  })

  it('pages without a gap or a double', async () => {
    const whole = (await list()).rows.map(({ id }) => id)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { rows, next } = await list({ limit: 1, ...(after && { after }) })
      seen.push(...rows.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    expect(seen).toEqual(whole)
  })

  it.each([
    ['an action', { action: 'switches.' }, 2],
    ['who', { search: 'supervisor' }, 2],
    ['a span', { to: '2020-01-01T00:00:00Z' }, 0],
  ])('narrows by %s', async (_, filter, count) => {
    expect((await list(filter)).rows).toHaveLength(count)
  })

  it('narrows by member, as the one who did it and as the one it was done to', async () => {
    const { Administrator, Support } = server.seed.members
    const by = (await list({ actorId: Administrator.id })).rows
    const on = (await list({ subjectId: Support.id })).rows
    expect(by.map(({ id }) => id)).toEqual(on.map(({ id }) => id))
    expect(by.length).toBeGreaterThan(1)
  })

  it('tells of chats only to those who see them all', async () => {
    const chatId = server.seed.chats.supervisors
    expect((await server.as('Administrator').post('inbox.delete', { chatId })).status).toBe(200)
    const told = async (role: string) => (await list({ action: 'inbox.' }, role)).rows.map(({ subject }) => subject.id)
    expect(await told('Supervisor')).toContain(chatId)
    expect(await told('Narrow')).toEqual([])
    expect((await list({}, 'Narrow')).rows.length).toBeGreaterThan(0)
    expect((await list({ subjectId: chatId }, 'Narrow')).rows).toEqual([])
  })

  it('names who and what it can be narrowed by, those that are gone too', async () => {
    const { roles } = server.seed
    const gone = await server
      .as('Administrator')
      .post('roles.delete', { roleId: roles['Narrow'], version: 1, replacementId: roles.Agent })
    expect(gone.status).toBe(200)
    const { data } = await server.as('Supervisor').get<object[]>('audit.named', { search: 'NARROW' })
    expect(data).toEqual([
      { kind: 'member', id: server.seed.members['Narrow']?.id, name: 'Narrow Tester', gone: false },
      { kind: 'role', id: roles['Narrow'], name: 'Narrow', gone: true },
    ])
  })

  it('takes % and _ for themselves', async () => {
    expect((await list({ search: '%' })).rows).toEqual([])
    expect((await list({ search: '_' })).rows).toEqual([])
  })

  describe('GET /audit.csv', () => {
    const file = async (query = '', role = 'Supervisor') => {
      const answer = await fetch(`${server.url}/audit.csv${query}`, { headers: { cookie: server.cookie(role) } })
      return { status: answer.status, text: await answer.text() }
    }
    it('is the same history behind the same filter', async () => {
      const lines = (await file()).text.trim().split('\r\n')
      expect(lines).toHaveLength((await list()).rows.length + 1)
      expect((await file('?action=switches.')).text.trim().split('\r\n')).toHaveLength(3)
    })
    it('is for those who may read it, and refuses what it does not know', async () => {
      expect((await file('', 'Agent')).status).toBe(403)
      expect((await file('?action=%25')).status).toBe(400)
      expect((await file('?surplus=1')).status).toBe(400)
    })
  })

  it('tells the entries of old rightly, and of what nobody knows any more at least the name', async () => {
    const { accountId } = server.seed
    const written: [string, object, string][] = [
      ['switches.setWidget', { widget_shown: true }, 'Switched “Widget is shown” on'],
      ['switches.setWidget', { widget_shown: false }, 'Switched “Widget is shown” off'],
      ['departments.create', { name: 'Sales' }, 'Made the department Sales'],
      ['access.give', { member: 'Ana', permission: null, role: 'Agent', until: 5 }, 'Did access.give'],
      ['snippets.create', { name: 'x' }, 'Did snippets.create'],
      ['constructor', {}, 'Did constructor'],
    ]
    const actor = { kind: 'system' as const, id: null, name: 'Rolecall' }
    const subject = { kind: 'account', id: accountId }
    for (const [action, detail] of written)
      await server.database.tenant(accountId, (tx) => audit(tx, accountId, { actor, action, subject, detail }))
    const told = (await list({ search: 'Rolecall' })).rows.map(({ text }) => text)
    // Written within one millisecond they come in either order.
    expect(told.toSorted()).toEqual(written.map(([, , text]) => text).toSorted())
  })

  it('tells where an entry came from: the address, and the API token by its name', async () => {
    const { email } = server.seed.members.Supervisor
    const { token } = await server.api.operator.createToken(email, {
      permissions: ['team.status'],
      name: 'Night bot',
    })
    await server.with({ authorization: `Bearer ${token}` }).post('switches.setOnline', { online: false })
    await server.as('Supervisor').post('switches.setOnline', { online: true })
    const { rows } = await list({ action: 'switches.setOnline', limit: 2 })
    expect(rows.map(({ from }) => from)).toEqual([
      { ip: '127.0.0.1', token: null },
      { ip: '127.0.0.1', token: 'Night bot' },
    ])
  })

  it.each([
    ['/contacts.csv', 'contacts.export', 'Exported the contacts they see'],
    ['/audit.csv', 'audit.export', 'Exported the history'],
    ['/access.csv', 'roles.accessCsv', 'Exported who may do what'],
    ['/trpc/roles.export', 'roles.export', 'Exported the roles'],
  ])('an export is an entry: %s', async (path, action, text) => {
    const headers = { cookie: server.cookie('Administrator') }
    await (await fetch(`${server.url}${path}`, { headers })).text()
    const { rows } = await list({ action, limit: 1 })
    expect(rows[0]).toMatchObject({ text, actor: { name: 'Administrator Tester' }, subject: { kind: 'account' } })
  })

  keepsContract(() => server, {
    path: 'audit.list',
    type: 'get',
    permission: 'audit.view',
    good: () => ({ limit: 5 }),
    bad: { limit: [0, 101], action: ['%', 'x y'], actorId: ['me'], from: ['today', 5], after: ['1'], search: [7] },
  })
})
