import { oneEngine } from '@rolecall/db/testing'
import type { MemberPage, RoleDraft, Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type Calls, callOf, listen, type StartedApi, startApi } from '../testing/index.ts'
import { plant } from '../testing/plant.ts'
import { narrowRoles } from '../testing/roles.ts'

/** One permission beside the role, that was over a moment ago. */
const ended = (until: string) =>
  JSON.stringify([
    { permission: 'inbox.delete', role: null, ends_at: new Date(Date.parse(until) - 7_200_000).toISOString() },
  ])

const draftOf = (more: Partial<RoleDraft> = {}): RoleDraft => ({
  name: 'Night shift',
  permissions: ['inbox.reply'],
  fullSections: ['contacts'],
  chats: 'mine',
  unassigned: false,
  ...more,
})

describe.each(oneEngine)('a preview of a role on %s', (engine) => {
  let at: StartedApi
  beforeAll(async () => {
    at = await startApi(engine, { seed: { roles: narrowRoles } })
    // The Administrator works in a department and has chats, so that each scope shows something and hides something.
    const { accountId, members, departments } = at.seed
    await at.database.tenant(accountId, (tx) =>
      tx
        .insertInto('department_member')
        .values({ account_id: accountId, department_id: departments.sales, member_id: members.Administrator.id })
        .execute(),
    )
    const own = members.Administrator.id
    await plant(at, [
      { assigneeId: own, departmentId: null },
      { assigneeId: members.Support.id, departmentId: departments.sales },
      { assigneeId: members.Support.id, departmentId: departments.help },
      { assigneeId: null, departmentId: null },
      { assigneeId: null, departmentId: departments.help },
    ])
  })
  afterAll(() => at.close())

  interface Look {
    roleId?: string | undefined
    draft?: RoleDraft
    memberId?: string
    departmentIds?: string[]
  }
  const start = (who: string, input: Look) =>
    at.as(who).post<{ previewId: string; until: string }>('roles.preview', { roleId: null, draft: null, ...input })
  const through = (who: string, previewId: string) => ({ cookie: at.cookie(who), 'x-rolecall-preview': previewId })
  const looking = async (who: string, input: Look): Promise<Calls> => {
    const { status, data } = await start(who, input)
    expect(status).toBe(200)
    return callOf(at.url, through(who, data.previewId))
  }

  /** Everything that a page can show. */
  const seen = async (calls: Calls) => {
    const { role, preview: _, extra: __, event: ___, ...me } = (await calls.get<Session>('session.me')).data
    const answer = async (path: string, input?: unknown) => {
      const { status, data, refusal } = await calls.get(path, input)
      return refusal ? [path, status, refusal.code, refusal.permission] : [path, status, data]
    }
    // Whoever holds another role is another one in the list, and nothing else is.
    const team = async () => {
      const [path, status, data] = await answer('team.members')
      const rows = (data as MemberPage).rows?.filter(({ id }) => id !== at.seed.members.Administrator.id)
      return [path, status, rows ?? data]
    }
    const { chats, contacts } = at.seed
    return {
      me: { ...me, role: role.name },
      lists: await Promise.all(
        ['all', 'mine', 'unassigned'].flatMap((view) =>
          ['open', 'closed'].map((status) => answer('inbox.list', { view, status, limit: 100 })),
        ),
      ),
      threads: await Promise.all(Object.values(chats).map((chatId) => answer('inbox.thread', { chatId, limit: 20 }))),
      people: [
        await answer('contacts.list', { limit: 100 }),
        await answer('contacts.list', { search: 'planted.example', limit: 100 }),
        ...(await Promise.all(contacts.map(({ id }) => answer('contacts.get', { contactId: id })))),
      ],
      rest: [
        await answer('reports.chats', { from: '2020-01-01', to: '2020-12-31', timeZone: 'UTC' }),
        await team(),
        await answer('inbox.assignees'),
      ],
    }
  }

  it.each(['Administrator', 'Supervisor', 'Agent', 'Support', ...Object.keys(narrowRoles)])(
    'shows an Administrator what they would see with the role %s',
    async (role) => {
      const roleId = at.seed.roles[role] ?? ''
      const asPreview = await seen(await looking('Administrator', { roleId }))
      const { id, roleId: own } = at.seed.members.Administrator
      const hold = (role_id: string) =>
        at.database.tenant(at.seed.accountId, (tx) =>
          tx.updateTable('member').set({ role_id }).where('id', '=', id).execute(),
        )
      await hold(roleId)
      const asHolder = await seen(at.as('Administrator'))
      await hold(own)
      expect(asPreview.me).toEqual(asHolder.me)
      expect([asPreview.lists, asPreview.threads, asPreview.people]).toEqual([
        asHolder.lists,
        asHolder.threads,
        asHolder.people,
      ])
      expect(asPreview.rest).toEqual(asHolder.rest)
    },
  )

  it('shows a draft before anybody holds it, by its scope and its masks', async () => {
    const calls = await looking('Administrator', {
      draft: draftOf({ permissions: ['inbox.reply', 'contacts.view'], fullSections: [] }),
    })
    const { data } = await calls.get<Session>('session.me')
    expect(data).toMatchObject({ preview: 'Night shift', extra: [], reach: { all: false, unassigned: 'none' } })
    expect(data.role).toMatchObject({ name: 'Night shift', custom: true })
    expect(data.permissions).toEqual(['inbox.view', 'inbox.reply', 'contacts.view'])
    expect(data.procedures).not.toContain('inbox.delete')
    const all = await calls.get<{ rows: { assignee: { id: string } | null }[]; counts: unknown }>('inbox.list', {
      view: 'all',
      status: 'open',
      limit: 100,
    })
    expect(all.data.rows.length).toBeGreaterThan(0)
    for (const row of all.data.rows) expect(row.assignee?.id).toBe(at.seed.members.Administrator.id)
    const people = await calls.get<{ rows: { email: string | null }[] }>('contacts.list', { limit: 100 })
    expect(people.data.rows.length).toBeGreaterThan(0)
    expect(people.data.rows.map(({ email }) => email).filter(Boolean)).toEqual([])
  })

  it('opens nothing that the viewer may not do or see themselves', async () => {
    const calls = await looking('Supervisor', { roleId: at.seed.roles.Administrator })
    const preview = (await calls.get<Session>('session.me')).data
    const own = (await at.as('Supervisor').get<Session>('session.me')).data
    expect([preview.permissions, preview.procedures]).toEqual([own.permissions, own.procedures])

    // Who sees few chats sees no more of them as somebody who sees all.
    const wide = await looking('Mine', { roleId: at.seed.roles.Agent })
    expect((await wide.get<Session>('session.me')).data.reach).toEqual({
      all: false,
      departments: [],
      unassigned: 'none',
    })
    const asked = { view: 'all', status: 'open', limit: 100 }
    const rows = async (calls: Calls) => (await calls.get<{ rows: unknown[] }>('inbox.list', asked)).data.rows
    expect(await rows(wide)).toEqual(await rows(at.as('Mine')))

    const none = await start('Agent', { roleId: at.seed.roles.Support })
    expect(none.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'roles.view' })
  })

  const me = async (calls: Calls) => (await calls.get<Session>('session.me')).data
  const inTenant = <T>(run: Parameters<typeof at.database.tenant<T>>[1]) => at.database.tenant(at.seed.accountId, run)
  const inHelp = async (memberId: string) => {
    const { accountId: account_id, departments } = at.seed
    const row = { account_id, department_id: departments.help, member_id: memberId }
    await inTenant((tx) => tx.insertInto('department_member').values(row).execute())
    return () =>
      inTenant((tx) => tx.deleteFrom('department_member').where('member_id', '=', memberId).execute()).then(() => {})
  }

  it('shows a member with what they have beside their role and their departments, and whose it is stays as it was', async () => {
    const { members, roles, departments } = at.seed
    const desk = members['Desk']?.id ?? ''
    const leave = await inHelp(desk)
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const given = { memberId: desk, permission: null, roleId: roles.Support, until, reason: '' }
    const { grantId } = (await at.as('Administrator').post<{ grantId: string }>('access.give', given)).data
    const calls = await looking('Administrator', { memberId: desk })
    const [preview, theirs] = [await me(calls), await me(at.as('Desk'))]
    expect(preview.preview).toBe('Desk Tester (Desk) in help')
    expect(preview.member).toMatchObject({ id: members.Administrator.id, departmentIds: [departments.help] })
    expect([preview.permissions, preview.reach, preview.procedures]).toEqual([
      theirs.permissions,
      theirs.reach,
      theirs.procedures,
    ])
    // What they ask for is theirs alone; what whoever looks asks for is not.
    await at.as('Desk').post('access.request', { permission: 'billing.card', reason: 'Desk’s own words' })
    expect((await calls.get<unknown[]>('access.mine')).data).toEqual([])
    // What they have for a while ends here as it ends for them.
    await inTenant((tx) =>
      tx
        .updateTable('role_preview')
        .set({ extra: ended(until) })
        .execute(),
    )
    expect((await me(calls)).permissions).toEqual(
      (await me(await looking('Administrator', { roleId: roles['Desk'] }))).permissions,
    )
    await at.as('Administrator').post('access.end', { grantId })
    await leave()
  })

  it('shows a role in the departments that are chosen, in none, and within those that one sees oneself', async () => {
    const { departments } = at.seed
    const draft = draftOf({ chats: 'departments' })
    const rows = async (calls: Calls) =>
      (
        await calls.get<{ rows: { department: { id: string } | null }[] }>('inbox.list', {
          ...{ view: 'all', status: 'open', limit: 100 },
        })
      ).data.rows
    const help = await looking('Administrator', { draft, departmentIds: [departments.help] })
    expect((await me(help)).preview).toBe('Night shift in help')
    const seen = (await rows(help)).map(({ department }) => department?.id)
    expect(seen).toContain(departments.help)
    expect(seen).not.toContain(departments.sales)
    expect((await me(await looking('Administrator', { draft, departmentIds: [] }))).preview).toBe(
      'Night shift in no department',
    )
    const both = await looking('Administrator', { draft, departmentIds: [departments.sales, departments.help] })
    expect((await me(both)).preview).toBe('Night shift in help and sales')
    // A role that sees all chats is the same in any department.
    const { roles } = at.seed
    const agent = await looking('Administrator', { roleId: roles.Agent, departmentIds: [departments.help] })
    expect((await me(agent)).preview).toBe('Agent')

    const leave = await inHelp(at.seed.members['Desk']?.id ?? '')
    const narrow = await looking('Desk', { draft, departmentIds: [departments.sales, departments.help] })
    expect((await me(narrow)).reach.departments.map(({ id }) => id)).toEqual([departments.help])
    await leave()
  })

  it('knows nobody who may not sign in, and no department that is not here', async () => {
    const { Support } = at.seed.members
    const put = (status: 'active' | 'deactivated') =>
      inTenant((tx) => tx.updateTable('member').set({ status }).where('id', '=', Support.id).execute())
    await put('deactivated')
    const gone = await start('Administrator', { memberId: Support.id })
    await put('active')
    const never = await start('Administrator', { memberId: crypto.randomUUID() })
    const nowhere = await start('Administrator', { draft: draftOf(), departmentIds: [crypto.randomUUID()] })
    for (const { refusal } of [gone, never, nowhere]) expect(refusal.code).toBe('NOT_FOUND')
  })

  it('narrows the live stream', async () => {
    const { data } = await start('Administrator', { draft: draftOf() })
    const stream = await listen(`${at.url}/live`, through('Administrator', data.previewId))
    const whole = await listen(`${at.url}/live`, { cookie: at.cookie('Administrator') })
    const say = async (chatId: string, body: string) => {
      const secret = at.seed.contacts.find((one) => one.chatId === chatId)?.secret
      const headers = { authorization: `Visitor ${secret}` }
      expect((await at.with(headers).post('visitor.say', { id: crypto.randomUUID(), body })).status).toBe(200)
    }
    const { agents, unassigned } = at.seed.chats
    await say(agents, 'for the Agent')
    await say(unassigned, 'for anybody')
    await at.as('Administrator').post('switches.setWidget', { shown: false })
    await at.as('Administrator').post('switches.setWidget', { shown: true })
    await stream.until((event) => event.type === 'switches' && event.widgetShown)
    expect(stream.heard.map(({ event }) => event.type)).toEqual(['switches', 'switches'])
    const memberId = at.seed.members.Administrator.id
    const taken = { chatId: agents, memberId, from: at.seed.members.Agent.id }
    expect((await at.as('Administrator').post('inbox.assign', taken)).status).toBe(200)
    await say(agents, 'for the Administrator')
    await stream.until((event) => event.type === 'message' && event.message.body === 'for the Administrator')
    await whole.until((event) => event.type === 'message' && event.message.body === 'for the Administrator')
    expect(JSON.stringify(stream.heard)).not.toContain('for anybody')
    expect(JSON.stringify(whole.heard)).toContain('for anybody')
    stream.close()
    whole.close()
  })

  it('is one’s own, for an hour', async () => {
    const { data } = await start('Administrator', { draft: draftOf() })
    expect(Date.parse(data.until) - Date.now()).toBeGreaterThan(3_500_000)
    expect(Date.parse(data.until) - Date.now()).toBeLessThanOrEqual(3_600_000)
    const foreign = await callOf(at.url, through('Supervisor', data.previewId)).get('session.me')
    expect([foreign.status, foreign.refusal.code]).toEqual([412, 'PREVIEW'])
    const never = await callOf(at.url, through('Administrator', crypto.randomUUID())).get('session.me')
    expect({ ...never.refusal, requestId: '' }).toEqual({ ...foreign.refusal, requestId: '' })

    await at.database.tenant(at.seed.accountId, (tx) =>
      tx
        .updateTable('role_preview')
        .set({ expires_at: new Date(Date.now() - 1000) })
        .where('id', '=', data.previewId)
        .execute(),
    )
    const late = await callOf(at.url, through('Administrator', data.previewId)).get('session.me')
    expect([late.status, late.refusal.code]).toEqual([412, 'PREVIEW'])
    expect(late.refusal.message).toContain('ended')
  })

  it.each(['', 'x', 'null', '00000000-0000-0000-0000-00000000000', `${crypto.randomUUID()}, ${crypto.randomUUID()}`])(
    'refuses the header “%s”: nobody is let in without the role that they asked to look through',
    async (header) => {
      const { status, refusal } = await callOf(at.url, through('Administrator', header)).get('session.me')
      expect([status, refusal.code]).toEqual([401, 'NOT_SIGNED_IN'])
    },
  )

  it('means nothing beside an API token or a visitor’s key', async () => {
    const { data } = await start('Administrator', { draft: draftOf({ permissions: [], fullSections: [] }) })
    const { token } = await at.api.operator.createToken(at.seed.members.Administrator.email, {
      permissions: ['team.status'],
      name: 'Test',
    })
    const program = at.with({ authorization: `Bearer ${token}`, 'x-rolecall-preview': data.previewId })
    expect((await program.post('switches.setOnline', { online: true })).status).toBe(200)
    const authorization = `Visitor ${at.seed.contacts[0]?.secret}`
    const visitor = at.with({ authorization, 'x-rolecall-preview': data.previewId })
    expect((await visitor.post('visitor.say', { id: crypto.randomUUID(), body: 'Hi' })).status).toBe(200)
  })

  it('is written down, and the oldest of five makes room', async () => {
    const ids: string[] = []
    for (let n = 0; n < 6; n++)
      ids.push((await start('Supervisor', { draft: draftOf({ name: `Draft ${n}` }) })).data.previewId)
    const answers = await Promise.all(
      ids.map(async (id) => (await callOf(at.url, through('Supervisor', id)).get('session.me')).status),
    )
    expect(answers).toEqual([412, 200, 200, 200, 200, 200])
    const written = await at.database.tenant(at.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', 'roles.preview').execute(),
    )
    expect(written.map(({ detail }) => (detail as { role: string }).role)).toEqual(
      expect.arrayContaining(['Draft 0', 'Draft 5', 'Support', 'Night shift']),
    )
  })

  it('takes either a role or a draft that this server could save', async () => {
    const { roles } = at.seed
    const wrong = [
      { roleId: null, draft: null },
      { roleId: roles.Agent, draft: draftOf() },
      { roleId: roles.Agent, draft: null, memberId: at.seed.members.Agent.id },
      { roleId: null, draft: null, memberId: at.seed.members.Agent.id, departmentIds: [] },
      { roleId: null, draft: draftOf({ permissions: ['inbox.fly'] }) },
      { roleId: null, draft: draftOf({ fullSections: ['inbox.view'] }) },
      { roleId: null, draft: { ...draftOf(), name: '' } },
      { roleId: null, draft: { ...draftOf(), chats: 'some' } },
      { roleId: null, draft: { ...draftOf(), preset: 'Administrator' } },
    ]
    for (const input of wrong) {
      const { refusal } = await at.as('Administrator').post('roles.preview', input)
      expect([input, refusal?.code]).toEqual([input, 'INVALID_INPUT'])
    }
  })

  keepsContract(() => at, {
    path: 'roles.preview',
    type: 'post',
    permission: 'roles.view',
    good: (seed) => ({ roleId: seed.roles.Agent, draft: null }),
    bad: { roleId: [1, 'x'], draft: [1, 'x', {}], memberId: [1, 'x'], departmentIds: [1, 'x', ['x']] },
    ids: { roleId: (other) => other.roles.Agent },
  })
})
