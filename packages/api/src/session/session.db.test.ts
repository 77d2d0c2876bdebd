import { engines } from '@rolecall/db/testing'
import { names } from '@rolecall/permissions'
import type { Session, Why } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('session on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { Empty: {} } } })
  })
  afterAll(() => server.close())

  it('says who is signed in and everything they may do', async () => {
    const { data } = await server.as('Administrator').get<Session>('session.me')
    const { Administrator } = server.seed.members
    expect(data.member).toMatchObject({ id: Administrator.id, email: Administrator.email })
    expect(data.permissions).toEqual([...names])
    expect(data.procedures).toEqual(expect.arrayContaining(['inbox.delete', 'contacts.export', 'team.setRole']))
    expect(data.event).toBe(0)
  })

  it('leaves out what the role may not call', async () => {
    const { data } = await server.as('Support').get<Session>('session.me')
    expect(data.procedures).toContain('inbox.close')
    for (const call of ['inbox.delete', 'contacts.export', 'contacts.delete', 'reports.chats', 'switches.setOnline'])
      expect(data.procedures).not.toContain(call)
  })

  it('leaves a role without permissions what every member may call', async () => {
    const { data } = await server.as('Empty').get<Session>('session.me')
    expect(data.permissions).toEqual([])
    const asking = ['access.mine', 'access.request', 'access.withdraw']
    expect(data.procedures).toEqual([...asking, 'live', 'session.me', 'session.why'])
  })

  it('refuses nobody in particular', async () => {
    const { status, refusal } = await server.with({}).get('session.me')
    expect(status).toBe(401)
    expect(refusal).toMatchObject({ code: 'NOT_SIGNED_IN', requestId: expect.any(String) })
  })

  it('explains a missing permission, and who can give it', async () => {
    const { data } = await server.as('Support').get<Why>('session.why', { permission: 'inbox.delete' })
    const { Administrator, Supervisor } = server.seed.members
    expect(data).toEqual({
      permission: 'inbox.delete',
      label: 'Delete chats for good',
      allowed: false,
      role: 'Support',
      granters: [Administrator, Supervisor].map(({ id, name }) => ({ id, name })),
    })
  })

  it('names only those who hold it themselves', async () => {
    const { data } = await server.as('Supervisor').get<Why>('session.why', { permission: 'billing.plan' })
    expect(data.granters.map(({ id }) => id)).toEqual([server.seed.members.Administrator.id])
  })

  it('says so when nothing is missing', async () => {
    const { data } = await server.as('Agent').get<Why>('session.why', { permission: 'inbox.delete' })
    expect(data).toMatchObject({ allowed: true, granters: [] })
  })

  it.each(['inbox.fly', '__proto__', 'Inbox.View', ' inbox.view'])('knows no permission “%s”', async (permission) => {
    const { status, refusal } = await server.as('Agent').get('session.why', { permission })
    expect(status).toBe(400)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'permission' }] })
  })
})
