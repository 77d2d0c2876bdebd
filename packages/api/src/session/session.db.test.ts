import { randomUUID } from 'node:crypto'
import { engines, seedAccount } from '@rolecall/db/testing'
import { names } from '@rolecall/permissions'
import type { Session, Why } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintToken } from '../api-tokens/mint.ts'
import { type StartedApi, startApi } from '../testing/index.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('session on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { Empty: {} } } })
  })
  afterAll(() => server.close())

  it('says who is signed in and everything they may do', async () => {
    const { data } = await server.as('Administrator').get<Session>('session.me')
    const { Administrator } = server.seed.members
    expect(data.member).toMatchObject({ id: Administrator.id, email: Administrator.email })
    expect(data.permissions).toEqual([...names])
    expect(data.procedures).toEqual(expect.arrayContaining(['inbox.delete', 'contacts.export', 'team.setRole']))
    expect(data.event).toBe(0)
  })

  it('leaves out what the role may not call', async () => {
    const { data } = await server.as('Support').get<Session>('session.me')
    expect(data.procedures).toContain('inbox.close')
    for (const call of ['inbox.delete', 'contacts.export', 'contacts.delete', 'reports.chats', 'switches.setOnline'])
      expect(data.procedures).not.toContain(call)
  })

  it('says what the plan is to whom it may say so', async () => {
    const planOf = async (role: string) => (await server.as(role).get<Session>('session.me')).data.account.plan
    expect([await planOf('Supervisor'), await planOf('Agent')]).toEqual([expect.stringMatching(/./), null])
  })

  it('leaves a role without permissions what every member may call', async () => {
    const { data } = await server.as('Empty').get<Session>('session.me')
    expect(data.permissions).toEqual([])
    const asking = ['access.mine', 'access.request', 'access.withdraw', 'apiTokens.mine', 'apiTokens.revoke']
    const own = [
      'roles.own',
      'session.accounts',
      'session.me',
      'session.why',
      'setup.steps',
      'team.mine',
      'team.showMe',
    ]
    expect(data.procedures).toEqual([...asking, 'live', ...own])
  })

  describe('whose page a call comes from', () => {
    const from = (role: string, memberId: string) =>
      server.with({ cookie: server.cookie(role), 'x-rolecall-member': memberId })

    it('is asked of reads, writes and streams alike, and a stranger’s is refused by name', async () => {
      const { Agent, Support } = server.seed.members
      expect((await from('Agent', Agent.id).get('session.me')).status).toBe(200)
      const page = from('Support', Agent.id)
      const read = await page.get('session.me')
      expect([read.status, read.refusal.code]).toEqual([409, 'OTHER_MEMBER'])
      expect(read.refusal.message).toContain(Support.name)
      const before = await stateOf(server.database)
      const write = await page.post('inbox.close', { chatId: server.seed.chats.sales })
      expect(write.refusal.code).toBe('OTHER_MEMBER')
      expect(await stateOf(server.database)).toEqual(before)
      const headers = { cookie: server.cookie('Support'), 'x-rolecall-member': Agent.id }
      const live = await fetch(`${server.url}/live`, { headers })
      expect([live.status, await live.json()]).toMatchObject([409, { code: 'OTHER_MEMBER' }])
    })

    it('is asked before it signs anybody out', async () => {
      const { Agent } = server.seed.members
      const out = (memberId: string) =>
        fetch(`${server.url}/auth/sign-out`, {
          method: 'POST',
          headers: {
            cookie: server.cookie('Empty'),
            origin: server.url,
            'content-type': 'application/json',
            'x-rolecall-member': memberId,
          },
          body: '{}',
        })
      expect((await out(Agent.id)).status).toBe(409)
      expect((await server.as('Empty').get('session.me')).status).toBe(200)
    })

    it.each(['', 'Ana', "' or 1=1 --"])('is nobody’s where it says %j', async (said) => {
      expect((await from('Agent', said).get('session.me')).status).toBe(401)
    })
  })

  it('lists the accounts that one works in, and to a token its own alone', async () => {
    const { Agent } = server.seed.members
    const other = await seedAccount(server.database, { name: 'Elsewhere', chats: false })
    const row = { account_id: other.accountId, id: randomUUID(), user_id: Agent.userId, role_id: other.roles.Support }
    await server.database.tenant(other.accountId, (tx) => tx.insertInto('member').values(row).execute())
    const here = { memberId: Agent.id, account: 'Harbour Books', role: 'Agent' }
    const there = { memberId: row.id, account: 'Elsewhere', role: 'Support' }
    expect((await server.as('Agent').get('session.accounts')).data).toEqual([here, there])
    const minted = { accountId: server.seed.accountId, memberId: Agent.id, name: 'Program', permissions: [] }
    const { token } = await server.database.tenant(server.seed.accountId, (tx) => mintToken(tx, minted))
    expect((await server.with({ authorization: `Bearer ${token}` }).get('session.accounts')).data).toEqual([here])
  })

  it('refuses nobody in particular', async () => {
    const { status, refusal } = await server.with({}).get('session.me')
    expect(status).toBe(401)
    expect(refusal).toMatchObject({ code: 'NOT_SIGNED_IN', requestId: expect.any(String) })
  })

  it('explains a missing permission, and who can give it', async () => {
    const { data } = await server.as('Support').get<Why>('session.why', { permission: 'inbox.delete' })
    const { Administrator, Supervisor } = server.seed.members
    expect(data).toEqual({
      permission: 'inbox.delete',
      label: 'Delete chats for good',
      allowed: false,
      role: 'Support',
      granters: [Administrator, Supervisor].map(({ id, name }) => ({ id, name })),
    })
  })

  it('names only those who hold it themselves', async () => {
    const { data } = await server.as('Supervisor').get<Why>('session.why', { permission: 'billing.plan' })
    expect(data.granters.map(({ id }) => id)).toEqual([server.seed.members.Administrator.id])
  })

  it('says so when nothing is missing', async () => {
    const { data } = await server.as('Agent').get<Why>('session.why', { permission: 'inbox.delete' })
    expect(data).toMatchObject({ allowed: true, granters: [] })
  })

  it.each(['inbox.fly', '__proto__', 'Inbox.View', ' inbox.view'])('knows no permission “%s”', async (permission) => {
    const { status, refusal } = await server.as('Agent').get('session.why', { permission })
    expect(status).toBe(400)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'permission' }] })
  })
})
