import { type CustomRole, engines } from '@rolecall/db/testing'
import type { RolesDocument } from '@rolecall/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const sections = ['inbox', 'contacts', 'reports', 'roles', 'audit']
const own = { chat_scope: 'departments', unassigned: false } as const
const roles = {
  /** Manages team and roles, and sees the chats of the one department they are in. */
  Lead: { ...own, full_sections: [...sections, 'team'] },
  /** What a lead hands out: whose chats it opens depends on who gets it. */
  Desk: { ...own, full_sections: ['inbox'] },
  Slim: { permissions: ['inbox.view'], chat_scope: 'mine', unassigned: false },
  Blank: { permissions: ['replies.use'], chat_scope: 'mine', unassigned: false },
} satisfies Record<string, CustomRole>

describe.each(engines)('own departments are whose departments they are, on %s', (engine) => {
  let app: StartedApi
  let lead: ReturnType<StartedApi['as']>
  let memberId: string
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles } })
    lead = app.as('Lead')
    memberId = app.seed.members['Slim']?.id ?? ''
    await put('Lead', [app.seed.departments.sales])
  })
  afterAll(() => app.close())

  const admin = () => app.as('Administrator')
  const roleId = (name: string) => app.seed.roles[name] ?? ''
  const put = async (who: string, departmentIds: string[]) => {
    const input = { memberId: app.seed.members[who]?.id, departmentIds }
    expect((await admin().post('team.setDepartments', input)).status).toBe(200)
  }
  const version = async (name: string) =>
    (await admin().get<{ version: number }>('roles.get', { roleId: roleId(name) })).data.version
  const draft = (chats: string) => ({
    name: 'Slim',
    permissions: ['inbox.view'],
    fullSections: [],
    chats,
    unassigned: false,
  })
  const save = async (chats: string) => {
    const input = { roleId: roleId('Slim'), version: await version('Slim'), draft: draft(chats) }
    expect((await admin().post('roles.edit', input)).status).toBe(200)
  }
  const soon = () => new Date(Date.now() + 3_600_000).toISOString()

  /** Each way to let somebody hold a role that sees their departments. */
  const doors: [path: string, input: () => Promise<object>][] = [
    ['team.setRole', async () => ({ memberId, roleId: roleId('Desk') })],
    ['team.setRoles', async () => ({ changes: [{ memberId, roleId: roleId('Desk') }] })],
    ['access.give', async () => ({ memberId, permission: null, roleId: roleId('Desk'), until: soon(), reason: '' })],
    [
      'access.grant',
      async () => {
        const asked = { permission: 'inbox.reply', reason: '' }
        const { data } = await app.as('Slim').post<{ requestId: string }>('access.request', asked)
        return { requestId: data.requestId, roleId: roleId('Desk'), until: soon() }
      },
    ],
    [
      'roles.edit',
      async () => ({ roleId: roleId('Slim'), version: await version('Slim'), draft: draft('departments') }),
    ],
    [
      'roles.delete',
      async () => ({ roleId: roleId('Slim'), version: await version('Slim'), replacementId: roleId('Desk') }),
    ],
    [
      'roles.rollBack',
      async () => {
        await save('departments')
        const to = await version('Slim')
        await save('mine')
        return { roleId: roleId('Slim'), version: to + 1, to }
      },
    ],
    [
      'roles.import',
      async () => {
        const document = (await admin().get<RolesDocument>('roles.export')).data
        const roles = document.roles.filter(({ name }) => name === 'Slim')
        const wider = roles.map((role) => ({ ...role, chats: 'departments' }))
        return { document: { ...document, roles: wider }, digest: null, prune: false }
      },
    ],
  ]

  it.each(doors)('%s opens no department that the giver does not see, and names it', async (path, input) => {
    await put('Slim', [app.seed.departments.help])
    const asked = await input()
    const before = await stateOf(app.database)
    const { status, refusal } = await lead.post(path, asked)
    expect([status, refusal.code]).toEqual([403, 'PERMISSION_MISSING'])
    expect(refusal.message).toContain('the chats of help')
    expect(refusal.message).toContain('Administrator Tester')
    expect(await stateOf(app.database)).toEqual(before)
    expect((await app.as('Slim').get('inbox.thread', { chatId: app.seed.chats.help })).status).toBe(404)
  })

  it('says so beforehand: a request, and who could grant it', async () => {
    await put('Slim', [app.seed.departments.help])
    await admin().post('team.setRole', { memberId, roleId: roleId('Desk') })
    const asked = { permission: 'replies.use', reason: '' }
    const { data } = await app.as('Slim').post<{ requestId: string }>('access.request', asked)
    const { data: rows } = await lead.get<{ id: string; grant: { may: boolean; why: string } }[]>('access.requests')
    const row = rows.find(({ id }) => id === data.requestId)
    expect(row?.grant).toMatchObject({ may: false, why: expect.stringContaining('the chats of help') })
    const why = await app.as('Slim').get<{ granters: { name: string }[] }>('session.why', { permission: 'replies.use' })
    const names = why.data.granters.map(({ name }) => name)
    expect(names).toContain('Administrator Tester')
    expect(names).not.toContain('Lead Tester')
    expect((await admin().post('team.setRole', { memberId, roleId: roleId('Slim') })).status).toBe(200)
  })

  it('is not refused where the departments are the giver’s own', async () => {
    await put('Slim', [app.seed.departments.sales])
    // What deletes the role, and what is asked for by somebody who has it by then, are left out.
    for (const [path, input] of doors.filter(([path]) => path !== 'roles.delete' && path !== 'access.grant')) {
      const asked = await input()
      expect([path, (await lead.post(path, asked)).status]).toEqual([path, 200])
      await admin().post('team.setRole', { memberId, roleId: roleId('Slim') })
    }
  })

  it('what is beside a role for good is handed on as the role is', async () => {
    const to = app.seed.members['Blank']?.id
    const gift = { permission: 'replies.manage', roleId: null, reason: '' }
    const onto = { ...gift, memberId: to, until: soon() }
    expect((await lead.post('access.give', onto)).refusal.permission).toBe('replies.use')
    const { id } = app.seed.members['Lead'] ?? { id: '' }
    await admin().post('access.give', { ...gift, memberId: id, until: soon() })
    expect((await lead.post('access.give', onto)).status).toBe(403)
    await admin().post('access.give', { ...gift, memberId: id, until: null })
    expect((await lead.post('access.give', onto)).status).toBe(200)
  })
})

describe.each(engines)('an invitation and its departments on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles } })
  })
  afterAll(() => app.close())
  beforeEach(() => put([app.seed.departments.sales]))

  const put = async (departmentIds: string[]) => {
    const input = { memberId: app.seed.members['Lead']?.id, departmentIds }
    expect((await app.as('Administrator').post('team.setDepartments', input)).status).toBe(200)
  }
  const invite = async (as: string, departmentIds: string[]) => {
    const email = `${crypto.randomUUID()}@example.test`
    const input = { email, roleId: app.seed.roles['Desk'], departmentIds }
    return app.as(as).post<{ inviteId: string; link: string }>('team.invite', input)
  }
  const join = (link: string) =>
    app.with({}).post('join.accept', { token: link.split('#')[1], name: 'Rosa', password: 'long enough to be one' })

  it('is neither made nor sent again by whoever does not see them, and says so beforehand', async () => {
    expect((await invite('Lead', [app.seed.departments.help])).refusal.message).toContain('the chats of help')
    const { data } = await invite('Administrator', [app.seed.departments.help])
    const before = await stateOf(app.database)
    const { status, refusal } = await app.as('Lead').post('team.resendInvite', { inviteId: data.inviteId })
    expect([status, refusal.code]).toEqual([403, 'PERMISSION_MISSING'])
    expect(refusal.message).toContain('the chats of help')
    expect(await stateOf(app.database)).toEqual(before)

    const { data: rows } = await app.as('Lead').get<{ id: string; resend: object; revoke: object }[]>('team.invites')
    expect(rows.find(({ id }) => id === data.inviteId)).toMatchObject({
      resend: { may: false, why: refusal.message },
      revoke: { may: true, why: null },
    })
    expect((await app.as('Lead').post('team.revokeInvite', { inviteId: data.inviteId })).status).toBe(200)
  })

  it('is good for nothing once its sender has left them', async () => {
    const { help } = app.seed.departments
    await put([help])
    const [kept, left] = [await invite('Lead', [help]), await invite('Lead', [help])]
    expect((await join(kept.data.link)).status).toBe(200)
    await put([app.seed.departments.sales])
    expect((await join(left.data.link)).refusal).toMatchObject({ code: 'NOT_FOUND' })
    await put([help])
    expect((await join(left.data.link)).status).toBe(200)
  })
})
