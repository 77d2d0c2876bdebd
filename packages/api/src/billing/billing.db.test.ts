import { engines } from '@rolecall/db/testing'
import type { BillingPlan, PlanPreview, RoleList, Session } from '@rolecall/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('billing on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, {
      seed: { chats: false, roles: { Night: { permissions: ['inbox.delete'] }, Day: { full_sections: ['reports'] } } },
    })
    // One after the other: which of them is the older one decides what is locked.
    await app.database.tenant(app.seed.accountId, (tx) =>
      sql`update role set created_at = created_at + interval '1 second' where name = 'Day'`.execute(tx),
    )
  })
  afterAll(() => app.close())

  const bad = { plan: ['free', 'Pro', '', null, 7, '__proto__'] }
  keepsContract(() => app, {
    path: 'billing.plan',
    type: 'get',
    permission: 'billing.view',
    good: () => undefined,
  })
  keepsContract(() => app, {
    path: 'billing.previewPlan',
    type: 'get',
    permission: 'billing.plan',
    good: () => ({ plan: 'pro' }),
    bad,
  })
  keepsContract(() => app, {
    path: 'billing.changePlan',
    type: 'post',
    permission: 'billing.plan',
    good: () => ({ plan: 'unlimited' }),
    bad,
  })

  const change = async (plan: string) =>
    (await app.as('Administrator').post<PlanPreview>('billing.changePlan', { plan })).data
  const rows = () =>
    app.database.tenant(app.seed.accountId, (tx) => tx.selectFrom('role').selectAll().orderBy('id').execute())
  const role = (name: string) => ({ id: app.seed.roles[name], name, holderCount: 1 })

  it('shows the plan and what each includes, and who may change it', async () => {
    const plans = [
      { plan: 'basic', allowed: 0 },
      { plan: 'pro', allowed: 1 },
      { plan: 'unlimited', allowed: null },
    ]
    const { data } = await app.as('Administrator').get<BillingPlan>('billing.plan')
    expect(data).toEqual({ plan: 'unlimited', plans, used: 2, mayChange: true })
    expect((await app.as('Supervisor').get<BillingPlan>('billing.plan')).data.mayChange).toBe(false)
  })

  it('locks and unlocks, the newest first, and changes no role and nobody’s access', async () => {
    const [before, me] = [await rows(), await app.as('Day').get<Session>('session.me')]
    const clock = await clockOf(app.database, app.seed.accountId)
    const down = { from: 'unlimited', to: 'pro', allowed: 1, used: 2, locks: [role('Day')], unlocks: [] }
    expect((await app.as('Administrator').get('billing.previewPlan', { plan: 'pro' })).data).toEqual(down)
    expect(await change('pro')).toEqual(down)

    expect(await rows()).toEqual(before)
    const now = await app.as('Day').get<Session>('session.me')
    expect(now.data).toMatchObject({ permissions: me.data.permissions, role: me.data.role, reach: me.data.reach })
    // It is said to whom it may be said.
    expect(now.data.account.plan).toBeNull()
    expect((await app.as('Administrator').get<Session>('session.me')).data.account.plan).toBe('pro')
    const told = await toldSince(app.database, app.seed.accountId, clock)
    expect(told.map(({ member_id, data }) => [member_id, data])).toEqual([
      [null, { type: 'session' }],
      [null, { type: 'news', kind: 'plan' }],
    ])
    const written = await app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst(),
    )
    expect(written).toMatchObject({
      action: 'billing.changePlan',
      actor_id: app.seed.members.Administrator.id,
      subject_kind: 'account',
      detail: { from: 'unlimited', to: 'pro', locks: ['Day'], unlocks: [] },
    })
    const { data } = await app.as('Administrator').get<RoleList>('roles.list')
    expect(data.roles.filter(({ locked }) => locked).map(({ name }) => name)).toEqual(['Day'])

    expect(await change('basic')).toMatchObject({ allowed: 0, locks: [role('Night')], unlocks: [] })
    expect(await change('unlimited')).toMatchObject({ allowed: null, locks: [], unlocks: [role('Night'), role('Day')] })
    expect(await rows()).toEqual(before)
  })

  it('gives a locked role to nobody', async () => {
    await change('basic')
    const set = { memberId: app.seed.members.Support.id, roleId: app.seed.roles['Night'] }
    const { status, refusal } = await app.as('Administrator').post('team.setRole', set)
    expect([status, refusal.code]).toEqual([412, 'NOT_NOW'])
    await change('unlimited')
  })

  it('writes and tells nothing when the plan stays', async () => {
    const clock = await clockOf(app.database, app.seed.accountId)
    expect(await change('unlimited')).toMatchObject({ from: 'unlimited', to: 'unlimited', locks: [], unlocks: [] })
    expect(await clockOf(app.database, app.seed.accountId)).toBe(clock)
  })
})
