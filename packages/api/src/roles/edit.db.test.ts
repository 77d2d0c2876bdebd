import { randomUUID } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { Blast, RoleVersion, Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Draft {
  name: string
  permissions: string[]
  fullSections: string[]
  chats: string
  unassigned: boolean
}
const night: Draft = {
  name: 'Night',
  permissions: ['inbox.reply', 'inbox.delete', 'reports.view'],
  fullSections: [],
  chats: 'all',
  unassigned: true,
}

describe.each(engines)('roles.edit on %s', (engine) => {
  let app: StartedApi
  const ids = () => app.seed.roles as Record<string, string>
  beforeAll(async () => {
    const { permissions } = night
    const wide = ['roles.manage', 'team.view', ...permissions]
    app = await startApi(engine, {
      seed: {
        chats: false,
        roles: {
          Night: { permissions },
          Held: { permissions: ['team.view'] },
          Wide: { permissions: ['team.view'], chat_scope: 'mine', unassigned: false },
          Maker: { permissions: wide, chat_scope: 'departments', unassigned: false },
          Ladder: { permissions },
        },
      },
    })
  })
  afterAll(() => app.close())

  const tenant = <T>(run: Parameters<typeof app.database.tenant<T>>[1]) => app.database.tenant(app.seed.accountId, run)
  const edit = (who: string, role: string, version: number, draft: Partial<Draft> = {}) =>
    app.as(who).post<{ version: number }>('roles.edit', {
      roleId: ids()[role],
      version,
      draft: { ...night, name: role, ...draft },
    })
  const blast = (role: string | null, draft: Partial<Draft> = {}) =>
    app.as('Administrator').get<Blast>('roles.blast', {
      roleId: role && ids()[role],
      draft: { ...night, name: role ?? 'New', ...draft },
    })
  const give = (who: string, what: { permission: string } | { role_id: string | undefined }) =>
    tenant((tx) =>
      tx
        .insertInto('member_grant')
        .values({
          account_id: app.seed.accountId,
          id: randomUUID(),
          member_id: app.seed.members[who]?.id ?? '',
          given_name: 'A test',
          ...what,
        })
        .execute(),
    )
  const audits = () => tenant((tx) => tx.selectFrom('audit').selectAll().orderBy('id').execute())

  it('says before and after who is hit, keeps both versions, and holds with the next call', async () => {
    const owner = app.seed.members['Night']
    await tenant((tx) =>
      tx
        .insertInto('api_token')
        .values({
          account_id: app.seed.accountId,
          id: randomUUID(),
          member_id: owner?.id ?? '',
          name: 'Night bot',
          token_hash: 'x'.repeat(64),
          hint: 'rt_x',
          permissions: ['inbox.delete', 'contacts.view'],
        })
        .execute(),
    )
    const change = { permissions: ['inbox.reply', 'contacts.view'], chats: 'departments', fullSections: ['replies'] }
    const { data } = await blast('Night', change)
    const lines = [
      '1 member (Night Tester) loses “Delete chats for good” and “See reports”',
      '1 member (Night Tester) gains “See contacts”, “Use saved replies” and “Create and edit saved replies”',
      '1 API token (“Night bot” of Night Tester) loses “Delete chats for good”',
      '1 API token (“Night bot” of Night Tester) gains “See contacts”',
      '1 member (Night Tester) sees fewer chats: nobody’s chats without a department',
      'Full Access to Saved replies: also what it gains later',
    ]
    expect(data.lines).toEqual(lines)
    expect(data.members).toEqual([
      {
        id: owner?.id,
        name: 'Night Tester',
        gains: ['contacts.view', 'replies.use', 'replies.manage'],
        loses: ['inbox.delete', 'reports.view'],
      },
    ])
    expect(data.tokens).toMatchObject([{ name: 'Night bot', gains: ['contacts.view'], loses: ['inbox.delete'] }])

    const before = await clockOf(app.database, app.seed.accountId)
    expect((await edit('Administrator', 'Night', 1, change)).data).toEqual({ version: 2 })
    const told = await toldSince(app.database, app.seed.accountId, before)
    expect(told.map(({ type, member_id, data }) => [type, member_id, data])).toEqual([
      ['session', owner?.id, { type: 'session' }],
      ['news', null, { type: 'news', kind: 'roles' }],
    ])
    expect((await audits()).at(-1)).toMatchObject({
      action: 'roles.edit',
      subject_id: ids()['Night'],
      detail: { role: 'Night', version: 2, before: night, after: { ...night, ...change }, lines },
    })
    const me = await app.as('Night').get<Session>('session.me')
    expect(me.data.permissions).toEqual(['inbox.view', 'inbox.reply', 'contacts.view', 'replies.use', 'replies.manage'])
    const { data: versions } = await app.as('Supervisor').get<RoleVersion[]>('roles.versions', {
      roleId: ids()['Night'],
    })
    expect(versions).toMatchObject([
      {
        version: 2,
        by: 'Administrator Tester',
        draft: { ...night, ...change },
        change: { lost: ['inbox.delete', 'reports.view'], full: { on: ['replies'], off: [] } },
      },
      { version: 1, by: 'not recorded', draft: night, change: null },
    ])
  })

  it('rolls back as a new version, and pages through them', async () => {
    const roll = (version: number, to: number) =>
      app.as('Administrator').post<{ version: number }>('roles.rollBack', { roleId: ids()['Night'], version, to })
    expect((await roll(1, 1)).refusal.code).toBe('CONFLICT')
    expect((await roll(2, 7)).refusal.code).toBe('NOT_FOUND')
    expect((await roll(2, 2)).data).toEqual({ version: 2 })
    expect((await roll(2, 1)).data).toEqual({ version: 3 })
    expect((await audits()).filter(({ action }) => action === 'roles.rollBack')).toMatchObject([
      { detail: { to: 1, version: 3 } },
    ])
    const page = async (more: object) =>
      (await app.as('Administrator').get<RoleVersion[]>('roles.versions', { roleId: ids()['Night'], ...more })).data
    expect((await page({ limit: 2 })).map(({ version, draft }) => [version, draft.permissions])).toEqual([
      [3, night.permissions],
      [2, ['inbox.reply', 'contacts.view']],
    ])
    const [first, ...none] = await page({ before: 2 })
    expect([first?.version, first?.change, none]).toEqual([1, null, []])
  })

  it('writes and tells nothing when it means the same', async () => {
    const [before, written] = [await clockOf(app.database, app.seed.accountId), (await audits()).length]
    const same = { permissions: [...night.permissions, 'inbox.view'].toReversed(), unassigned: false }
    expect((await edit('Administrator', 'Night', 3, same)).data).toEqual({ version: 3 })
    expect([await clockOf(app.database, app.seed.accountId), (await audits()).length]).toEqual([before, written])
  })

  it('does not save over what somebody else has saved', async () => {
    const { status, refusal } = await edit('Administrator', 'Night', 2, { name: 'Late' })
    expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    expect(refusal.message).toContain('Somebody else has saved this role')
  })

  it.each(['Agent', 'Administrator'])('leaves the default role %s as it is', async (role) => {
    const { refusal } = await edit('Administrator', role, 1, { name: 'Mine' })
    expect(refusal.code).toBe('CONFLICT')
    expect(refusal.message).toContain('A default role stays as it is')
  })

  it('refuses a name that is taken, and not its own in another case', async () => {
    expect((await edit('Administrator', 'Held', 1, { name: 'night' })).refusal.code).toBe('CONFLICT')
    const change = { name: 'HELD', permissions: ['team.view'] }
    expect((await edit('Administrator', 'Held', 1, change)).data).toEqual({ version: 2 })
    expect((await edit('Administrator', 'Held', 2, { ...change, name: 'Held' })).data).toEqual({ version: 3 })
  })

  it('puts nothing above one’s own into a role, and takes nothing out of one that is above', async () => {
    const above = await edit('Maker', 'Wide', 1, { permissions: ['team.view', 'billing.view'], chats: 'mine' })
    expect(above.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'billing.view', role: 'Maker' })
    const chats = await edit('Maker', 'Wide', 1, { permissions: ['inbox.view'], chats: 'all' })
    expect(chats.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.view' })
    const senior = await edit('Maker', 'Night', 3, { permissions: [], chats: 'mine' })
    expect(senior.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.view' })
  })

  it('weighs what its holders hold beside it', async () => {
    // The scope of a role that sees no chats gives nothing away, until one of its holders sees them otherwise.
    const free = { permissions: ['team.view'], chats: 'all' }
    expect((await edit('Maker', 'Wide', 1, free)).status).toBe(200)
    const back = { ...free, chats: 'mine', unassigned: false }
    expect((await edit('Maker', 'Wide', 2, back)).status).toBe(200)
    await give('Wide', { permission: 'inbox.view' })
    const { status, refusal } = await edit('Maker', 'Wide', 3, free)
    expect([status, refusal.permission]).toEqual([403, 'inbox.view'])
    expect(refusal.message).toContain('The access of Wide Tester')
    expect((await edit('Administrator', 'Wide', 3, free)).status).toBe(200)
  })

  it('affected those who hold it beside another role, and not who has it all otherwise', async () => {
    await give('Support', { role_id: ids()['Ladder'] })
    await give('Administrator', { role_id: ids()['Ladder'] })
    const { data } = await blast('Ladder', { permissions: ['inbox.reply', 'reports.export'] })
    expect(data.members.map(({ name, gains, loses }) => [name, gains, loses])).toEqual([
      ['Ladder Tester', ['reports.export'], ['inbox.delete']],
      ['Support Tester', ['reports.export'], ['inbox.delete']],
    ])
    expect(data.lines).toEqual(['2 members lose “Delete chats for good”', '2 members gain “Export reports”'])
    // Who holds the same beside it loses nothing.
    await give('Ladder', { permission: 'inbox.delete' })
    const again = await blast('Ladder', { permissions: ['inbox.reply', 'reports.export'] })
    expect(again.data.lines[0]).toBe('1 member (Support Tester) loses “Delete chats for good”')
  })

  it('does not count the deactivated, and counts the invited', async () => {
    await tenant(async (tx) => {
      await tx
        .updateTable('member')
        .set({ status: 'deactivated' })
        .where('role_id', '=', ids()['Held'] ?? '')
        .execute()
      const invite = { account_id: app.seed.accountId, role_id: ids()['Held'] ?? '' }
      for (const [email, ms] of [
        ['a@example.test', 60_000],
        ['b@example.test', -1],
      ] as const) {
        await tx
          .insertInto('invite')
          .values({ ...invite, id: randomUUID(), email, token_hash: email, expires_at: new Date(Date.now() + ms) })
          .execute()
      }
    })
    const { data } = await blast('Held', { permissions: [] })
    expect(data).toMatchObject({ members: [], invites: 1 })
    expect(data.lines).toEqual([
      'Nothing changes for anybody on the team now',
      '1 open invitation gives the role as it is then',
    ])
  })

  it('says of a new role that nobody has it yet', async () => {
    const { data } = await blast(null)
    expect(data).toMatchObject({ members: [], tokens: [], invites: 0, change: { lost: [] } })
    expect(data.change.gained).toEqual(['inbox.view', 'inbox.reply', 'inbox.delete', 'reports.view'])
    expect(data.lines).toEqual(['Nothing changes for anybody on the team now'])
  })

  it('edits no role that the plan has locked', async () => {
    await app.as('Administrator').post('billing.changePlan', { plan: 'basic' })
    const { status, refusal } = await edit('Administrator', 'Night', 3, { name: 'Late' })
    expect([status, refusal.code]).toEqual([412, 'NOT_NOW'])
    expect(refusal.message).toContain('The plan Basic includes no custom roles, and this one is above that.')
    const roll = { roleId: ids()['Night'], version: 3, to: 2 }
    expect((await app.as('Administrator').post('roles.rollBack', roll)).refusal.code).toBe('NOT_NOW')
    await app.as('Administrator').post('billing.changePlan', { plan: 'unlimited' })
  })
})
