import { engines } from '@rolecall/db/testing'
import type { Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from './testing/index.ts'

describe.each(engines)('the operator on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  const email = (role: string) => server.seed.members[role]?.email ?? ''

  it('gives a role by email and name, written down as the operator', async () => {
    const { operator } = server.api
    expect(await operator.setRole(email('Support').toUpperCase(), { role: 'Supervisor' })).toEqual({
      from: 'Support',
      to: 'Supervisor',
    })
    const { data } = await server.as('Support').get<Session>('session.me')
    expect(data.role.name).toBe('Supervisor')
    const [entry] = await server.database.tenant(server.seed.accountId, (tx) =>
      tx.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).execute(),
    )
    expect(entry).toMatchObject({
      actor_kind: 'operator',
      action: 'team.setRole',
      detail: { from: 'Support', to: 'Supervisor' },
    })
    expect(await operator.setRole(email('Support'), { role: 'Support' })).toEqual({ from: 'Supervisor', to: 'Support' })
  })

  it('says what is wrong with a name, and keeps the last Administrator too', async () => {
    const { operator } = server.api
    await expect(operator.setRole('nobody@example.test', { role: 'Agent' })).rejects.toThrow(
      /Nobody on the team has the email/,
    )
    await expect(operator.setRole(email('Agent'), { role: 'Boss' })).rejects.toThrow(/There are: .*Supervisor/)
    await expect(operator.setRole(email('Administrator'), { role: 'Agent' })).rejects.toThrow(
      /at least one active Administrator/,
    )
  })

  it('makes a token that carries its permissions ∩ the owner’s current role', async () => {
    const { operator } = server.api
    const { token } = await operator.createToken(email('Agent'), {
      permissions: ['inbox.view', 'inbox.delete'],
      name: 'crm',
    })
    const calls = server.with({ authorization: `Bearer ${token}` })
    const { data } = await calls.get<Session>('session.me')
    expect(data.member.id).toBe(server.seed.members.Agent.id)
    expect(data.permissions).toEqual(['inbox.view', 'inbox.delete'])
    expect(data.procedures).toContain('inbox.delete')
    expect(data.procedures).not.toContain('contacts.list')

    const denied = await calls.get('contacts.list', {})
    expect(denied.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'contacts.view' })
    expect(denied.refusal.message).toMatch(/API token/)

    await operator.setRole(email('Agent'), { role: 'Support' })
    expect((await calls.get<Session>('session.me')).data.permissions).toEqual(['inbox.view'])
    await operator.setRole(email('Agent'), { role: 'Agent' })
  })

  it('keeps no token that could be read', async () => {
    const { token } = await server.api.operator.createToken(email('Agent'), {
      permissions: ['inbox.view'],
      name: 'once',
    })
    const rows = await server.database.tenant(server.seed.accountId, (tx) =>
      tx.selectFrom('api_token').selectAll().execute(),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token.slice(-20))
    expect(JSON.stringify(server.lines)).not.toContain(token)
  })

  it('mints no more than the owner holds, and nothing unknown', async () => {
    const { operator } = server.api
    await expect(operator.createToken(email('Support'), { permissions: ['inbox.delete'], name: 'x' })).rejects.toThrow(
      /does not have inbox.delete/,
    )
    await expect(operator.createToken(email('Support'), { permissions: ['inbox.fly'], name: 'x' })).rejects.toThrow(
      /no permission inbox.fly/,
    )
  })

  it('has a token end with its day and with its owner', async () => {
    const { token, id } = await server.api.operator.createToken(email('Supervisor'), {
      permissions: ['inbox.view'],
      name: 'short',
    })
    const calls = server.with({ authorization: `Bearer ${token}` })
    const tenant = server.database.tenant
    expect((await calls.get('session.me')).status).toBe(200)
    await tenant(server.seed.accountId, (tx) =>
      tx
        .updateTable('api_token')
        .set({ expires_at: new Date(Date.now() - 1000) })
        .where('id', '=', id)
        .execute(),
    )
    expect((await calls.get('session.me')).status).toBe(401)
    await tenant(server.seed.accountId, (tx) =>
      tx.updateTable('api_token').set({ expires_at: null }).where('id', '=', id).execute(),
    )
    await tenant(server.seed.accountId, (tx) =>
      tx
        .updateTable('member')
        .set({ status: 'deactivated' })
        .where('id', '=', server.seed.members.Supervisor.id)
        .execute(),
    )
    expect((await calls.get('session.me')).status).toBe(401)
  })
})
