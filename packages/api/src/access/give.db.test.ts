import { engines } from '@rolecall/db/testing'
import type { ExtraGrant, Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/index.ts'

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const hour = 3_600_000

describe.each(engines)('access beside the role on %s', (engine) => {
  let at: StartedApi
  const ready: string[] = []
  beforeAll(async () => {
    const roles = { Empty: {}, Other: {}, Full: {}, Second: {}, Deputy: {}, Narrow: { permissions: ['team.manage'] } }
    at = await startApi(engine, { seed: { roles } })
    for (let n = 0; n < 4; n++) ready.push((await give('Other')).data.grantId ?? '')
  })
  afterAll(() => at.close())

  const give = (who: string, more: Record<string, unknown> = {}, as = 'Administrator') =>
    at.as(as).post<{ memberId: string; grantId: string | null }>('access.give', {
      memberId: at.seed.members[who]?.id,
      permission: 'reports.view',
      roleId: null,
      until: inMs(hour),
      reason: 'Covers for Ana',
      ...more,
    })
  const list = async (who: string) =>
    (await at.as('Agent').get<ExtraGrant[]>('access.list', { memberId: at.seed.members[who]?.id })).data
  const me = async (who: string) => (await at.as(who).get<Session>('session.me')).data

  it('is given without being asked for, listed, and ended before its time', async () => {
    const { data } = await give('Empty')
    expect((await me('Empty')).permissions).toEqual(['reports.view'])
    expect(await list('Empty')).toMatchObject([
      {
        id: data.grantId,
        member: { name: 'Empty Tester' },
        permission: { name: 'reports.view', label: 'See reports' },
        role: null,
        reason: 'Covers for Ana',
        by: 'Administrator Tester',
      },
    ])
    expect((await at.as('Administrator').post('access.end', { grantId: data.grantId })).status).toBe(200)
    expect((await me('Empty')).permissions).toEqual([])
    expect(await list('Empty')).toEqual([])
    const audits = () =>
      at.database.tenant(at.seed.accountId, (tx) =>
        tx
          .selectFrom('audit')
          .select(['action', 'detail'])
          .where('subject_id', '=', at.seed.members['Empty']?.id ?? '')
          .orderBy('action', 'desc')
          .execute(),
      )
    const written = await audits()
    expect(written).toMatchObject([
      { action: 'access.give', detail: { member: 'Empty Tester', permission: 'reports.view' } },
      { action: 'access.end', detail: { member: 'Empty Tester', permission: 'reports.view' } },
    ])
    // Ended already: stays as it is.
    expect((await at.as('Administrator').post('access.end', { grantId: data.grantId })).status).toBe(200)
    expect(await audits()).toEqual(written)
  })

  it('takes either a permission or a role', async () => {
    for (const more of [{ permission: null }, { roleId: at.seed.roles.Agent }])
      expect((await give('Empty', more)).refusal.code).toBe('INVALID_INPUT')
    expect((await give('Empty', { permission: 'reports.fly' })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'permission' }],
    })
  })

  it('is not given to those who have it for good, or who are deactivated', async () => {
    expect((await give('Supervisor')).refusal).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/already/),
    })
    const same = await give('Agent', { permission: null, roleId: at.seed.roles.Support })
    expect(same.refusal.code).toBe('CONFLICT')
    const gone = at.seed.members['Second']?.id ?? ''
    const set = (status: 'active' | 'deactivated') =>
      at.database.tenant(at.seed.accountId, (tx) =>
        tx.updateTable('member').set({ status }).where('id', '=', gone).execute(),
      )
    await set('deactivated')
    expect((await give('Second')).refusal.message).toContain('deactivated')
    await set('active')
  })

  it('stops at twenty things for one member', async () => {
    for (let n = 0; n < 20; n++) expect((await give('Full')).status).toBe(200)
    expect((await give('Full')).refusal.code).toBe('CONFLICT')
    expect(await list('Full')).toHaveLength(20)
  })

  it('keeps seniors out of the reach of juniors: giving, and ending', async () => {
    const { data } = await give('Supervisor', { permission: 'billing.card' })
    const end = await at.as('Supervisor').post('access.end', { grantId: data.grantId })
    expect(end.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'billing.card' })
    expect((await give('Agent', {}, 'Narrow')).refusal.code).toBe('PERMISSION_MISSING')
    expect((await give('Empty', { permission: 'billing.card' }, 'Supervisor')).refusal.permission).toBe('billing.card')
    const admin = { permission: null, roleId: at.seed.roles.Administrator }
    expect((await give('Agent', admin, 'Supervisor')).refusal.permission).toBe('team.administrators')
  })

  it('never counts as the one Administrator that an account has', async () => {
    const admin = { permission: null, roleId: at.seed.roles.Administrator }
    expect((await give('Deputy', admin)).status).toBe(200)
    expect((await me('Deputy')).permissions).toContain('team.administrators')
    const { members, roles } = at.seed
    const step = { memberId: members.Administrator.id, roleId: roles.Agent }
    expect((await at.as('Administrator').post('team.setRole', step)).refusal.code).toBe('CONFLICT')
  })

  it('gives no role that the plan has locked', async () => {
    const plan = (plan: 'basic' | 'unlimited') =>
      at.database.tenant(at.seed.accountId, (tx) => tx.updateTable('account').set({ plan }).execute())
    await plan('basic')
    const locked = await give('Agent', { permission: null, roleId: at.seed.roles['Narrow'] })
    expect(locked.refusal?.code).toMatch(/NOT_NOW|CONFLICT/)
    const support = await give('Support', { permission: null, roleId: at.seed.roles['Narrow'] })
    expect(support.refusal.code).toBe('NOT_NOW')
    await plan('unlimited')
  })

  keepsContract(() => at, {
    path: 'access.give',
    type: 'post',
    permission: 'team.manage',
    good: (seed) => ({
      memberId: seed.members['Second']?.id,
      permission: 'reports.view',
      roleId: null,
      until: inMs(hour),
      reason: '',
    }),
    bad: {
      memberId: [1, 'x', null],
      permission: [7, 'x'.repeat(101)],
      until: [inMs(-1000), inMs(400 * 24 * hour), 'soon'],
      reason: [1, null, 'x'.repeat(1001)],
    },
    ids: { memberId: (other) => other.members.Agent.id },
  })
  keepsContract(() => at, {
    path: 'access.end',
    type: 'post',
    permission: 'team.manage',
    good: (_, n) => ({ grantId: ready[n] }),
    bad: { grantId: [1, 'x', null] },
    ids: { grantId: () => crypto.randomUUID() },
  })
  keepsContract(() => at, {
    path: 'access.list',
    type: 'get',
    permission: 'team.view',
    good: () => undefined,
    bad: { memberId: [1, 'x', null] },
    ids: { memberId: (other) => other.members.Agent.id },
  })
})
