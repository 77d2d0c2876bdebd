import { engines } from '@rolecall/db/testing'
import type { Session } from '@rolecall/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

const person = {
  accountName: 'Harbour Books',
  name: 'Ana Silva',
  email: 'Ana@example.test',
  password: 'a long sentence',
}

describe.each(engines)('set-up on %s', (engine) => {
  let server: StartedApi
  beforeEach(async () => {
    server = await startApi(engine, { seed: { chats: false } })
  })
  afterEach(() => server.close())

  const needed = async () => (await server.with({}).get<{ needed: boolean }>('setup.state')).data.needed
  const create = (token: string, more: object = {}) =>
    server.with({}).post<{ ok: true }>('setup.create', { token, ...person, ...more })

  it('makes the account, its Administrator and their session from the printed link, once', async () => {
    const token = (await server.api.operator.prepareSetup()) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await needed()).toBe(true)

    const { data, headers } = await create(token)
    expect(data).toEqual({ ok: true })
    const [cookie = ''] = headers.getSetCookie().map((set) => set.split(';')[0] ?? '')
    const { data: me } = await server.with({ cookie }).get<Session>('session.me')
    expect(me).toMatchObject({
      member: { name: 'Ana Silva', email: 'ana@example.test' },
      role: { name: 'Administrator', custom: false },
      account: { name: 'Harbour Books' },
    })
    const roles = await server.with({ cookie }).get('team.roles')
    expect(roles.data).toMatchObject([
      { name: 'Administrator' },
      { name: 'Supervisor' },
      { name: 'Agent' },
      { name: 'Support' },
    ])

    expect(await needed()).toBe(false)
    expect((await create(token, { email: 'b@example.test' })).refusal.code).toBe('CONFLICT')
    expect(await server.api.operator.prepareSetup()).toBeNull()
  })

  it('keeps only a hash of the link, and an earlier process’s link stays good', async () => {
    const first = (await server.api.operator.prepareSetup()) ?? ''
    await server.api.operator.prepareSetup()
    const rows = await server.database.db.selectFrom('setting').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(first)
    expect((await create(first)).status).toBe(200)
  })

  it('refuses a link that we did not print, and changes nothing', async () => {
    await server.api.operator.prepareSetup()
    const { status, refusal } = await create('x'.repeat(43))
    expect(status).toBe(404)
    expect(refusal.message).toMatch(/Restart the server/)
    expect(await needed()).toBe(true)
  })

  it('lets one of two who open the link at once have it', async () => {
    const token = (await server.api.operator.prepareSetup()) ?? ''
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => create(token, { email: `somebody${n}@example.test` })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(409)])
  })

  it('has nothing to do with somebody else who signs in with this address', async () => {
    const token = (await server.api.operator.prepareSetup()) ?? ''
    const { email, userId } = server.seed.members.Agent
    expect((await create(token, { email: email.toUpperCase() })).status).toBe(200)
    const logins = await server.database.db
      .selectFrom('identity_user')
      .select(['id', 'account_id'])
      .where('email', '=', email)
      .execute()
    expect(logins).toHaveLength(2)
    expect(logins).toContainEqual({ id: userId, account_id: null })
  })

  it.each([
    ['a short password', { password: 'short' }, 'password'],
    ['no name', { name: '  ' }, 'name'],
    ['a role', { role: 'Administrator' }, ''],
    ['an account id', { accountId: 'x' }, ''],
  ])('refuses %s by its field', async (_, more, path) => {
    const { status, refusal } = await create('x'.repeat(43), more)
    expect(status).toBe(400)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] })
  })
})
