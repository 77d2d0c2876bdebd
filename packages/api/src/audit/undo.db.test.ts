import { engines } from '@rolecall/db/testing'
import type { AuditPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'

const draft = { permissions: ['reports.view'], fullSections: [], chats: 'mine', unassigned: false }

// What can be taken back says by which call; that call is a change like any other.
describe.each(engines)('undo in the history on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { plan: 'unlimited' } })
  })
  afterAll(() => server.close())

  const post = (call: string, input: object) => server.as('Administrator').post<Record<string, string>>(call, input)
  const done = async (call: string, input: object) => {
    const answer = await post(call, input)
    expect([call, answer.status, answer.refusal]).toEqual([call, 200, answer.refusal])
    return answer.data
  }
  const newest = async (n = 0) =>
    (await server.as('Administrator').get<AuditPage>('audit.list', { limit: n + 1 })).data.rows[n]
  const text = async () => (await newest())?.text
  const undo = async () => {
    const way = (await newest())?.undo
    if (!way) throw new Error(`nothing takes back: ${await text()}`)
    await done(way.call, way.input)
  }

  it('takes back each as a change of its own', async () => {
    const { members, roles, chats } = server.seed
    const memberId = members.Support.id
    const { departmentId = '' } = await done('departments.create', { name: 'Night' })
    await done('team.setRole', { memberId, roleId: roles.Agent })
    await undo()
    expect(await text()).toBe('Changed the role of Support Tester from Agent to Support')
    await done('team.deactivate', { memberId })
    await undo()
    expect(await text()).toBe('Reactivated Support Tester')
    await done('access.give', { memberId, permission: 'reports.view', roleId: null, until: null, reason: '' })
    await undo()
    expect(await text()).toBe('Took “See reports” from Support Tester')
    await done('access.give', { memberId, permission: null, roleId: roles.Agent, until: null, reason: '' })
    await undo()
    expect(await text()).toBe('Changed the role of Support Tester from Agent to Support')
    await done('inbox.assign', { chatId: chats.unassigned, memberId, from: null })
    await undo()
    expect(await text()).toMatch(/^Took the chat with .+ from Support Tester$/)
    await done('departments.rename', { departmentId, name: 'Late' })
    await undo()
    expect(await text()).toBe('Renamed the department Late to Night')
    await done('team.invite', { email: 'ines@example.test', roleId: roles.Agent, departmentIds: [] })
    await undo()
    expect(await text()).toBe('Took the invitation of ines@example.test back')
    await done('team.setDepartments', { memberId, departmentIds: [departmentId] })
    await undo()
    const { data } = await server.as('Administrator').get<{ departments: object[] }>('team.member', { memberId })
    expect(data.departments).toEqual([])
  })

  it('goes back to the version before of a role', async () => {
    const { roleId } = await done('roles.create', { draft: { ...draft, name: 'Night' }, from: null })
    await done('roles.edit', { roleId, version: 1, draft: { ...draft, name: 'Late' } })
    // Looking through it and describing it change nothing of that.
    await done('roles.preview', { roleId, draft: null })
    await done('roles.describe', { roleId, description: 'By night' })
    expect((await newest())?.undo).toEqual({ call: 'roles.describe', input: { roleId, description: '' } })
    expect((await newest(2))?.undo).toEqual({ call: 'roles.rollBack', input: { roleId, version: 2, to: 1 } })
  })

  it('is not there for what was changed once more, nor for what nothing takes back', async () => {
    const { members, roles } = server.seed
    const memberId = members.Support.id
    await done('team.setRole', { memberId, roleId: roles.Agent })
    await done('team.setRole', { memberId, roleId: roles.Support })
    expect([(await newest())?.undo === null, (await newest(1))?.undo]).toEqual([false, null])
    await done('access.give', { memberId, permission: null, roleId: roles.Agent, until: null, reason: '' })
    await done('team.setRole', { memberId, roleId: roles.Support })
    expect((await newest(1))?.undo).toBeNull()
    // Whoever had the page open by then takes back nothing of what came later.
    await done('access.give', { memberId, permission: null, roleId: roles.Agent, until: null, reason: '' })
    const way = (await newest())?.undo
    await done('team.setRole', { memberId, roleId: roles.Supervisor })
    expect((await post(way?.call ?? '', way?.input ?? {})).refusal?.code).toBe('CONFLICT')
    const { departmentId = '' } = await done('departments.create', { name: 'Dawn' })
    for (const [call, first, second] of [
      ['departments.rename', { departmentId, name: 'Noon' }, { departmentId, name: 'Dusk' }],
      ['departments.setPages', { departmentId, pages: ['/a'] }, { departmentId, pages: ['/a', '/b'] }],
      ['team.setDepartments', { memberId, departmentIds: [departmentId] }, { memberId, departmentIds: [] }],
    ] as const) {
      await done(call, first)
      const back = (await newest())?.undo
      await done(call, second)
      const late = { ...back?.input, ...(call === 'team.setDepartments' && { departmentIds: [departmentId] }) }
      expect([call, (await post(back?.call ?? '', late)).refusal?.code]).toEqual([call, 'CONFLICT'])
    }
    const { roleId } = await done('roles.create', { draft: { ...draft, name: 'Held' }, from: null })
    expect((await newest())?.undo).not.toBeNull()
    await done('team.setRole', { memberId, roleId })
    expect((await newest(1))?.undo).toBeNull()
    const { link = '' } = await done('team.invite', { email: 'una@example.test', roleId, departmentIds: [] })
    const token = link.slice(link.indexOf('#') + 1)
    await server.with({}).post('join.accept', { token, name: 'Una', password: 'a long one of hers' })
    expect(await newest(1)).toMatchObject({ action: 'team.invite', undo: null })
    await server.as('Administrator').get('roles.export')
    expect(await newest()).toMatchObject({ action: 'roles.export', undo: null })
  })

  it('is offered to nobody who would be refused', async () => {
    const { members, roles } = server.seed
    const memberId = members.Support.id
    const ways = async (role: string) =>
      (await server.as(role).get<AuditPage>('audit.list', { limit: 2 })).data.rows.map(({ undo }) => undo)
    await done('team.setRole', { memberId, roleId: roles.Administrator })
    await done('team.setRole', { memberId, roleId: roles.Support })
    const [back] = await ways('Administrator')
    expect(back?.call).toBe('team.setRole')
    expect(await ways('Supervisor')).toEqual([null, null])
    expect((await server.as('Supervisor').post(back?.call ?? '', back?.input ?? {})).status).toBe(403)

    const beyond = 'billing.card'
    await done('access.give', { memberId, permission: beyond, roleId: null, until: null, reason: '' })
    const [end] = await ways('Administrator')
    expect((await ways('Supervisor'))[0]).toBeNull()
    expect((await server.as('Supervisor').post(end?.call ?? '', end?.input ?? {})).status).toBe(403)
    await done(end?.call ?? '', end?.input ?? {})

    await done('team.setHidden', { memberId, hidden: true })
    const [shown] = await ways('Supervisor')
    expect((await server.as('Supervisor').post(shown?.call ?? '', shown?.input ?? {})).status).toBe(200)
  })
})
