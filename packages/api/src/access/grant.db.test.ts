import { engines } from '@rolecall/db/testing'
import type { AccessRequest, ExtraGrant, Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { listen, type StartedApi, startApi } from '../testing/index.ts'

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const hour = 3_600_000

describe.each(engines)('granting what was asked for on %s', (engine) => {
  let at: StartedApi
  const ready: string[] = []
  beforeAll(async () => {
    at = await startApi(engine, {
      seed: {
        plan: 'unlimited',
        roles: {
          Empty: {},
          Other: {},
          Temp: {},
          Wide: { permissions: ['notifications.desktop'], chat_scope: 'all', unassigned: true },
          Clerk: { permissions: ['team.manage', 'inbox.view', 'audit.view'], chat_scope: 'mine', unassigned: false },
          Reporter: { permissions: ['reports.view'] },
        },
      },
    })
    for (const permission of ['inbox.assign', 'inbox.close', 'contacts.view', 'audit.view'])
      ready.push(await ask('Other', permission))
  })
  afterAll(() => at.close())

  const ask = async (who: string, permission: string, reason = 'Please') =>
    (await at.as(who).post<{ requestId: string }>('access.request', { permission, reason })).data.requestId
  const grant = (as: string, requestId: string, more: Record<string, unknown> = {}) =>
    at.as(as).post('access.grant', { requestId, roleId: null, until: inMs(hour), ...more })
  const me = async (who: string) => (await at.as(who).get<Session>('session.me')).data
  const lastAudit = async (action: string, subject: string) => {
    const rows = await at.database.tenant(at.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', action).where('subject_id', '=', subject).execute(),
    )
    return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
  }

  it('gives the permission for a while: with the next call, on open streams, in the history', async () => {
    const stream = await listen(`${at.url}/live`, { cookie: at.cookie('Agent') })
    const requestId = await ask('Agent', 'reports.view', 'Month’s end')
    const report = () => at.as('Agent').get('reports.chats', { from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC' })
    expect((await report()).refusal.code).toBe('PERMISSION_MISSING')

    const until = inMs(hour)
    expect((await grant('Administrator', requestId, { until })).data).toEqual({ requestId })
    expect((await report()).status).toBe(200)
    await stream.until((event) => event.type === 'session')
    stream.close()

    const { permissions, extra, role, procedures } = await me('Agent')
    expect(role.name).toBe('Agent')
    expect(permissions).toContain('reports.view')
    expect(procedures).toContain('reports.chats')
    expect(extra).toEqual([{ permission: 'reports.view', role: null, endsAt: until }])
    expect(await lastAudit('access.grant', at.seed.members.Agent.id)).toMatchObject({
      actor_id: at.seed.members.Administrator.id,
      subject_kind: 'member',
      detail: { member: 'Agent Tester', permission: 'reports.view', role: null, until, reason: 'Month’s end' },
    })
    const [request] = (await at.as('Agent').get<AccessRequest[]>('access.mine')).data
    expect(request).toMatchObject({ status: 'granted', decided: { by: 'Administrator Tester' } })
  })

  it('brings along what the permission needs, and no chat that was not seen before', async () => {
    const requestId = await ask('Empty', 'inbox.delete')
    expect((await grant('Administrator', requestId, { until: null })).status).toBe(200)
    const { permissions, extra } = await me('Empty')
    expect(permissions).toEqual(['inbox.view', 'inbox.delete'])
    expect(extra).toEqual([{ permission: 'inbox.delete', role: null, endsAt: null }])
  })

  it('gives a role for a while beside the own one, or for good in its place', async () => {
    const first = await ask('Temp', 'reports.view')
    expect((await grant('Administrator', first, { roleId: at.seed.roles['Reporter'] })).status).toBe(200)
    const during = await me('Temp')
    expect([during.role.name, during.extra]).toMatchObject(['Temp', [{ permission: null, role: 'Reporter' }]])
    expect(during.permissions).toContain('reports.view')

    const second = await ask('Temp', 'inbox.delete')
    expect((await grant('Administrator', second, { roleId: at.seed.roles.Agent, until: null })).status).toBe(200)
    expect((await me('Temp')).role.name).toBe('Agent')
    expect(await lastAudit('access.grant', at.seed.members['Temp']?.id ?? '')).toMatchObject({
      detail: { permission: 'inbox.delete', from: 'Temp', role: 'Agent', until: null },
    })
  })

  it('gives no role that lacks what was asked for', async () => {
    const requestId = await ask('Support', 'audit.view')
    const { status, refusal } = await grant('Administrator', requestId, { roleId: at.seed.roles['Reporter'] })
    expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    expect(refusal.message).toContain('Reporter')
  })

  it('is for those who hold it for good: nobody hands on what they were given beside their role', async () => {
    const requestId = await ask('Agent', 'billing.card')
    const refused = await grant('Supervisor', requestId)
    expect(refused.status).toBe(403)
    expect(refused.refusal).toMatchObject({ permission: 'billing.card', role: 'Supervisor' })

    const own = await ask('Supervisor', 'billing.card')
    const self = await grant('Supervisor', own)
    expect(self.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'billing.card' })
    expect((await grant('Administrator', own)).status).toBe(200)
    expect((await me('Supervisor')).permissions).toContain('billing.card')
    expect((await grant('Supervisor', requestId)).refusal).toMatchObject({ permission: 'billing.card' })

    const list = await at.as('Supervisor').get<AccessRequest[]>('access.requests', { status: 'open' })
    expect(list.data.find(({ id }) => id === requestId)?.grant).toMatchObject({
      may: false,
      why: expect.stringContaining('billing.card'),
    })
    const all = await at.as('Administrator').get<AccessRequest[]>('access.requests')
    expect(all.data.find(({ id }) => id === requestId)?.grant).toEqual({ may: true, why: null })
    expect(all.data.find(({ id }) => id === own)?.grant).toMatchObject({ may: false })
  })

  it('opens no chats to others that the giver does not see', async () => {
    const requestId = await ask('Wide', 'inbox.view')
    const { status, refusal } = await grant('Clerk', requestId)
    expect([status, refusal.permission]).toEqual([403, 'inbox.view'])
    expect(refusal.message).toContain('reaches all chats, which you do not see for good')
    expect((await me('Wide')).permissions).not.toContain('inbox.view')
    expect((await grant('Clerk', await ask('Empty', 'audit.view'))).refusal.permission).toBe('inbox.delete')
  })

  it('is decided once', async () => {
    const requestId = await ask('Agent', 'audit.view')
    const answers = await Promise.all([
      grant('Administrator', requestId),
      grant('Administrator', requestId),
      at.as('Administrator').post('access.refuse', { requestId, answer: '' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { refusal } of answers) if (refusal) expect(refusal.code).toBe('CONFLICT')
    const { data } = await at.as('Agent').get<ExtraGrant[]>('access.list', { memberId: at.seed.members.Agent.id })
    const granted = answers[2]?.status !== 200
    expect(data.filter(({ permission }) => permission?.name === 'audit.view')).toHaveLength(granted ? 1 : 0)
  })

  it('is refused with an answer, which whoever asked reads at once', async () => {
    const stream = await listen(`${at.url}/live`, { cookie: at.cookie('Empty') })
    const requestId = await ask('Empty', 'contacts.export')
    const answer = 'Ask again in May'
    expect((await at.as('Administrator').post('access.refuse', { requestId, answer })).status).toBe(200)
    await stream.until((event) => event.type === 'session')
    stream.close()
    const [request] = (await at.as('Empty').get<AccessRequest[]>('access.mine')).data
    expect(request).toMatchObject({ id: requestId, status: 'refused', decided: { answer } })
    expect(await lastAudit('access.refuse', requestId)).toMatchObject({ detail: { member: 'Empty Tester', answer } })
  })

  keepsContract(() => at, {
    path: 'access.grant',
    type: 'post',
    permission: 'team.manage',
    good: (_, n) => ({ requestId: ready[n], roleId: null, until: inMs(hour) }),
    bad: {
      requestId: [1, 'x', null],
      roleId: [7, 'Agent'],
      until: [inMs(-1000), inMs(400 * 24 * hour), '2026-05-01', 'tomorrow', 0, '2026-02-30T00:00:00.000Z'],
    },
    ids: { requestId: () => crypto.randomUUID(), roleId: (other) => other.roles.Agent },
  })
  keepsContract(() => at, {
    path: 'access.refuse',
    type: 'post',
    permission: 'team.manage',
    good: (_, n) => ({ requestId: ready[n + 2], answer: '' }),
    bad: { requestId: [1, 'x'], answer: [1, 'x'.repeat(1001)] },
    ids: { requestId: () => crypto.randomUUID() },
  })
  keepsContract(() => at, {
    path: 'access.requests',
    type: 'get',
    permission: 'team.manage',
    good: () => undefined,
    bad: { status: [1, 'all', null] },
  })
})
