import { engines } from '@rolecall/db/testing'
import type { AuditPage, MemberDetail, MemberPage, WidgetConfig } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../testing/listen.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('the page of a member on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = { Slim: { permissions: ['inbox.view', 'inbox.reply'] } }
    server = await startApi(engine, { seed: { chats: false, roles } })
  })
  afterAll(() => server.close())

  const as = (role: string) => server.as(role)
  const idOf = (who: string) => server.seed.members[who]?.id ?? ''
  const page = async (by: string, who: string) =>
    (await as(by).get<MemberDetail>('team.member', { memberId: idOf(who) })).data
  const mint = async (who: string, ...permissions: string[]) =>
    server.api.operator.createToken(server.seed.members[who]?.email ?? '', { permissions, name: `Of ${who}` })
  const entries = async (action: string) =>
    (await as('Administrator').get<AuditPage>('audit.list', { action })).data.rows.map(({ text }) => text)

  it('tells what a token was made for, and what of it works by now', async () => {
    await mint('Agent', 'inbox.view', 'inbox.delete')
    const before = await page('Supervisor', 'Agent')
    expect(before.tokens[0]?.permissions).toEqual([
      { name: 'inbox.view', label: 'See chats', section: 'Inbox', works: true },
      { name: 'inbox.delete', label: 'Delete chats for good', section: 'Inbox', works: true },
    ])
    const role = (name: string) => ({ memberId: idOf('Agent'), roleId: server.seed.roles[name] })
    expect((await as('Administrator').post('team.setRole', role('Slim'))).status).toBe(200)
    const after = await page('Supervisor', 'Agent')
    expect(after.tokens[0]?.permissions.map(({ works }) => works)).toEqual([true, false])
    expect((await as('Administrator').post('team.setRole', role('Agent'))).status).toBe(200)
  })

  it('ends a token of somebody else, at once, for whoever may manage them', async () => {
    const { id: tokenId, token } = await mint('Agent', 'inbox.view')
    const program = server.with({ authorization: `Bearer ${token}` })
    expect((await program.get('session.me')).status).toBe(200)
    expect((await as('Supervisor').post('apiTokens.revokeOf', { tokenId })).status).toBe(200)
    expect((await program.get('session.me')).status).toBe(401)
    expect((await as('Supervisor').post('apiTokens.revokeOf', { tokenId })).status).toBe(404)
    expect(await entries('apiTokens.revokeOf')).toEqual(['Revoked the API token Of Agent of Agent Tester'])

    const high = await mint('Administrator', 'inbox.view')
    const { refusal } = await as('Supervisor').post('apiTokens.revokeOf', { tokenId: high.id })
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'team.administrators' })
    expect((await server.with({ authorization: `Bearer ${high.token}` }).get('session.me')).status).toBe(200)
  })

  it('signs somebody out wherever they are, and nobody above oneself', async () => {
    const stream = await listen(`${server.url}/live`, { cookie: server.cookie('Agent') })
    const up = await as('Supervisor').post('team.signOut', { memberId: idOf('Administrator') })
    expect(up.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'team.administrators' })
    expect((await as('Administrator').get('session.me')).status).toBe(200)
    expect((await as('Supervisor').post('team.signOut', { memberId: idOf('Agent') })).status).toBe(200)
    expect((await as('Agent').get('session.me')).status).toBe(401)
    await stream.ended
    expect(await entries('team.signOut')).toEqual(['Signed Agent Tester out everywhere'])
    expect((await page('Supervisor', 'Agent')).status).toBe('active')
  })

  it('hides from visitors whoever says so of themselves, or whoever manages them', async () => {
    const team = async () => {
      const { data } = await server.with({}).get<WidgetConfig>('visitor.config', { account: server.seed.accountId })
      return data.shown ? data.team.map(({ name }) => name) : []
    }
    const { accountId: account_id } = server.seed
    const there = { account_id, member_id: idOf('Support'), seen_at: new Date() }
    await server.database.tenant(account_id, (tx) => tx.insertInto('presence').values(there).execute())
    expect(await team()).toContain('Support')
    expect((await as('Support').post('team.showMe', { hidden: true })).status).toBe(200)
    expect((await as('Support').get('team.mine')).data).toEqual({ hidden: true })
    expect(await team()).not.toContain('Support')
    expect(await entries('team.showMe')).toEqual(['Hid themselves from visitors'])

    const show = (by: string, who: string, hidden: boolean) =>
      as(by).post('team.setHidden', { memberId: idOf(who), hidden })
    expect((await show('Supervisor', 'Support', false)).status).toBe(200)
    expect((await show('Supervisor', 'Support', false)).status).toBe(200)
    expect(await team()).toContain('Support')
    expect(await entries('team.setHidden')).toEqual(['Showed Support Tester to visitors'])
    expect((await show('Supervisor', 'Administrator', true)).refusal.permission).toBe('team.administrators')
  })

  it('says of each line what may be done about it: the page offers what the server takes', async () => {
    const { data } = await as('Supervisor').get<MemberPage>('team.members')
    for (const { id, name, manage, place, departments } of data.rows) {
      const same = { memberId: id, departmentIds: departments.map((one) => one.id) }
      const put = await as('Supervisor').post('team.setDepartments', same)
      expect([name, place.may]).toEqual([name, put.status === 200])
      const hide = await as('Supervisor').post('team.setHidden', { memberId: id, hidden: false })
      expect([name, manage.may]).toEqual([name, hide.status === 200])
    }
    expect(data.rows.some(({ place }) => !place.may)).toBe(true)
  })
})
