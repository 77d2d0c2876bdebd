import { engines } from '@rolecall/db/testing'
import type { RoleDetail, RoleList, RoleVersion } from '@rolecall/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const draft = (name: string, more: object = {}) => ({
  name,
  permissions: [],
  fullSections: [],
  chats: 'mine',
  unassigned: false,
  ...more,
})

describe.each(engines)('roles.create on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    const Maker = { permissions: ['roles.manage', 'inbox.view'], chat_scope: 'departments' as const, unassigned: false }
    app = await startApi(engine, { seed: { chats: false, roles: { Maker } } })
  })
  afterAll(() => app.close())
  beforeEach(() => onPlan('unlimited'))

  const create = (who: string, name: string, more: object = {}, from: string | null = null) =>
    app.as(who).post<{ roleId: string; version: number }>('roles.create', { draft: draft(name, more), from })
  const onPlan = (plan: 'basic' | 'pro' | 'unlimited') =>
    app.database.tenant(app.seed.accountId, (tx) =>
      tx.updateTable('account').set({ plan }).where('id', '=', app.seed.accountId).execute(),
    )

  it('makes a role: version 1, written down, told', async () => {
    const before = await clockOf(app.database, app.seed.accountId)
    const full = {
      permissions: ['inbox.view', 'contacts.edit', 'contacts.edit'],
      fullSections: ['inbox'],
      chats: 'all',
    }
    const { data } = await create('Administrator', ' Night shift ', full, app.seed.roles.Agent)
    expect(data).toEqual({ roleId: expect.any(String), version: 1 })
    // A tick that Full Access covers is not kept; nor is one kept twice.
    const kept = { ...draft('Night shift'), ...full, permissions: ['contacts.edit'] }
    const { data: versions } = await app.as('Administrator').get<RoleVersion[]>('roles.versions', {
      roleId: data.roleId,
    })
    expect(versions).toEqual([
      { version: 1, at: expect.any(String), by: 'Administrator Tester', draft: kept, change: null },
    ])
    const told = await toldSince(app.database, app.seed.accountId, before)
    expect(told.map(({ data }) => data)).toEqual([{ type: 'news', kind: 'roles' }])
    const [written] = await app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().where('subject_id', '=', data.roleId).execute(),
    )
    expect(written).toMatchObject({
      action: 'roles.create',
      subject_kind: 'role',
      detail: { role: 'Night shift', from: 'Agent', after: kept },
    })
  })

  it('keeps ticks as ticks, also when they are a whole section', async () => {
    const permissions = ['replies.use', 'replies.manage']
    const { data } = await create('Administrator', 'Ticks', { permissions })
    const { data: role } = await app.as('Administrator').get<RoleDetail>('roles.get', { roleId: data.roleId })
    expect([role.permissions, role.fullSections]).toEqual([permissions, []])
  })

  it.each([
    ['agent', 'A default role has this name'],
    ['ＡＧＥＮＴ', 'A default role has this name'],
    ['Age\u200bnt', 'A default role has this name'],
    ['\u0410gent', 'A default role has this name'],
    ['Supervis\u03bfr', 'A default role has this name'],
    ['\u0410dm\u0456nistrat\u043er', 'A default role has this name'],
    ['\u039dight\u00a0 shift', 'Another role has this name already'],
    ['Night\u200b shift\u3164', 'Another role has this name already'],
    ['N\u0131gh\u0442\u3000shift', 'Another role has this name already'],
    ['\uff2eight shi\ufb05'.replace('\ufb05', 'ft'), 'Another role has this name already'],
    ['MAKER', 'Another role has this name already'],
  ])('refuses the name %j', async (name, sentence) => {
    const { status, refusal } = await create('Administrator', name)
    expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    expect(refusal.message).toContain(sentence)
  })

  it.each([
    ['a permission', { permissions: ['inbox.delete'] }, 'inbox.delete'],
    ['Full Access', { fullSections: ['inbox'] }, 'inbox.reply'],
    ['what a permission needs', { permissions: ['team.manage'] }, 'team.view'],
    ['more chats', { permissions: ['inbox.view'], chats: 'all' }, 'inbox.view'],
    ['the chats of nobody', { permissions: ['inbox.view'], chats: 'departments', unassigned: true }, 'inbox.view'],
  ])('hands out nothing above one’s own: %s', async (_, more, permission) => {
    const { status, refusal } = await create('Maker', 'Above', more)
    expect(status).toBe(403)
    // In the log like the guard's own refusals, with who.
    const { id: memberId } = app.seed.members['Maker'] as { id: string }
    const logged = app.lines.findLast(({ message }) => message === 'denied')
    expect(logged).toMatchObject({
      level: 'warn',
      fields: { path: 'roles.create', permission, memberId, why: 'beyond' },
    })
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission, role: 'Maker' })
  })

  it('lets hand on what one holds', async () => {
    const own = { permissions: ['inbox.view', 'roles.manage'], chats: 'departments' }
    expect((await create('Maker', 'Within', own)).status).toBe(200)
  })

  it('says at the limit what the plan includes, the way up, and who can buy', async () => {
    await onPlan('basic')
    const { status, refusal } = await create('Administrator', 'One more')
    expect([status, refusal.code]).toEqual([412, 'NOT_NOW'])
    expect(refusal.message).toBe(
      'The plan Basic includes no custom roles. Unlimited has no limit. Change it on the page “Plan”.',
    )
    const refused = await create('Supervisor', 'One more')
    expect(refused.refusal.message).toBe(
      'The plan Basic includes no custom roles. Unlimited has no limit. Administrator Tester can change the plan.',
    )
    const { data } = await app.as('Supervisor').get<RoleList>('roles.list')
    expect(data.create).toEqual({
      may: false,
      why: refused.refusal.message,
      buyers: [{ id: app.seed.members.Administrator.id, name: 'Administrator Tester' }],
    })
  })

  it('counts as a buyer who may change the plan for a while, until it ends', async () => {
    await onPlan('basic')
    const buyers = async () => (await app.as('Supervisor').get<RoleList>('roles.list')).data.create.buyers
    const give = (permission: string, ends_at: Date) =>
      app.database.tenant(app.seed.accountId, (tx) =>
        tx
          .insertInto('member_grant')
          .values({
            account_id: app.seed.accountId,
            id: crypto.randomUUID(),
            member_id: app.seed.members.Support.id,
            permission,
            given_name: 'A test',
            ends_at,
          })
          .execute(),
      )
    await give('billing.plan', new Date(Date.now() - 1))
    await give('billing.view', new Date(Date.now() + 60_000))
    expect((await buyers()).map(({ name }) => name)).toEqual(['Administrator Tester'])
    await give('billing.plan', new Date(Date.now() + 60_000))
    expect((await buyers()).map(({ name }) => name)).toEqual(['Administrator Tester', 'Support Tester'])
  })

  it('does not offer it to whoever only looks', async () => {
    await app.database.tenant(app.seed.accountId, (tx) =>
      tx
        .updateTable('role')
        .set({ permissions: ['roles.view'] })
        .where('id', '=', app.seed.roles['Maker'] ?? '')
        .execute(),
    )
    const { data } = await app.as('Maker').get<RoleList>('roles.list')
    const why = 'It needs “Create, edit and delete custom roles” (roles.manage).'
    expect(data.create).toEqual({ may: false, why, buyers: [] })
  })
})
