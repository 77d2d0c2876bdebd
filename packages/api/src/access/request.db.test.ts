import { engines } from '@rolecall/db/testing'
import type { AccessRequest } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'

describe.each(engines)('asking for access on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { roles: { Empty: {}, Twin: {} } } })
  })
  afterAll(() => at.close())

  const ask = (who: string, permission: string, reason = 'For the month’s end') =>
    at.as(who).post<{ requestId: string }>('access.request', { permission, reason })
  const mine = async (who: string) => (await at.as(who).get<AccessRequest[]>('access.mine')).data
  const audits = (action: string) =>
    at.database.tenant(at.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', action).execute(),
    )

  it('keeps the request, writes it down, and tells those who manage the team', async () => {
    const before = await clockOf(at.database, at.seed.accountId)
    const { status, data } = await ask('Agent', 'reports.view')
    expect(status).toBe(200)
    expect(await mine('Agent')).toMatchObject([
      {
        id: data.requestId,
        member: { id: at.seed.members.Agent.id, name: 'Agent Tester', role: 'Agent' },
        permission: { name: 'reports.view', label: 'See reports', risk: 'low' },
        reason: 'For the month’s end',
        status: 'open',
        decided: null,
        grant: { may: false, why: expect.stringContaining('manages the team') },
      },
    ])
    expect(await audits('access.request')).toMatchObject([
      { actor_id: at.seed.members.Agent.id, subject_id: data.requestId, detail: { permission: 'reports.view' } },
    ])
    expect(await toldSince(at.database, at.seed.accountId, before)).toMatchObject([
      { type: 'news', data: { kind: 'requests' } },
    ])
  })

  it('is the same request when asked again, also at once, and nothing is written twice', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('Support', 'reports.view')))
    expect(new Set(answers.map(({ data }) => data.requestId)).size).toBe(1)
    expect(await mine('Support')).toHaveLength(1)
    expect((await audits('access.request')).filter((one) => one.actor_id === at.seed.members.Support.id)).toHaveLength(
      1,
    )
  })

  it('is for what one does not have', async () => {
    const { status, refusal } = await ask('Agent', 'inbox.view')
    expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    expect((await ask('Administrator', 'billing.card')).refusal.code).toBe('CONFLICT')
  })

  it.each(['reports.fly', '__proto__', ' reports.view', ''])('knows no permission “%s”', async (permission) => {
    const { status, refusal } = await ask('Agent', permission)
    expect(status).toBe(400)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'permission' }] })
  })

  it.each([
    ['too long a reason', { reason: 'x'.repeat(1001) }],
    ['no reason at all', { reason: null }],
    ['an unknown key', { memberId: 'x' }],
  ])('refuses %s', async (_, more) => {
    const { refusal } = await at.as('Agent').post('access.request', { permission: 'audit.view', reason: '', ...more })
    expect(refusal.code).toBe('INVALID_INPUT')
  })

  it('stops at twenty that are open, also at once', async () => {
    const permissions = [...at.api.doors]
      .flatMap(({ callers }) => (callers.kind === 'permission' ? [callers.permission] : []))
      .concat(['billing.card', 'billing.details', 'billing.cancel', 'domains.view', 'security.view', 'chatbot.manage'])
      .concat(['replies.use', 'replies.manage', 'account.edit', 'email.manage', 'api.manage', 'webhooks.manage'])
    const known = [...new Set(permissions)]
    const answers = await Promise.all(known.map((permission) => ask('Empty', permission, '')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.refusal.code).toBe('TOO_MANY')
    expect(await mine('Empty')).toHaveLength(20)

    const [first] = await mine('Empty')
    expect((await at.as('Empty').post('access.withdraw', { requestId: first?.id })).status).toBe(200)
    const again = refused.length > 0 && known[answers.indexOf(refused[0] as (typeof answers)[number])]
    expect((await ask('Empty', again || '')).status).toBe(200)
  })

  it('is withdrawn by whoever asked, once, and by nobody else', async () => {
    const { data } = await ask('Twin', 'audit.view')
    const foreign = await at.as('Agent').post('access.withdraw', data)
    expect([foreign.status, foreign.refusal.code]).toEqual([404, 'NOT_FOUND'])
    expect((await at.as('Twin').post('access.withdraw', data)).status).toBe(200)
    expect(await mine('Twin')).toMatchObject([{ status: 'withdrawn' }])
    const again = await at.as('Twin').post('access.withdraw', data)
    expect([again.status, again.refusal.message]).toEqual([409, expect.stringContaining('withdrawn')])
    // Asked anew it is another one.
    expect((await ask('Twin', 'audit.view')).data.requestId).not.toBe(data.requestId)
  })

  it('shows nobody what others asked for', async () => {
    expect((await mine('Agent')).every(({ member }) => member.id === at.seed.members.Agent.id)).toBe(true)
    expect((await at.as('Agent').get('access.requests')).refusal).toMatchObject({ permission: 'team.manage' })
  })
})
