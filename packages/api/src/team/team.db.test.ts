import { randomUUID } from 'node:crypto'
import { engines, seedAccount } from '@rolecall/db/testing'
import type { MemberPage } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('team on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = { Narrow: { permissions: ['team.manage', 'team.view'] }, Twin: { full_sections: ['inbox'] } }
    server = await startApi(engine, { seed: { chats: false, roles } })
  })
  afterAll(() => server.close())

  const roleOf = async (who: string) => {
    const { data } = await server.as('Administrator').get<MemberPage>('team.members')
    return data.rows.find(({ id }) => id === server.seed.members[who]?.id)?.role.name
  }
  const set = (as: string, who: string, role: string) =>
    server.as(as).post('team.setRole', { memberId: server.seed.members[who]?.id, roleId: server.seed.roles[role] })
  const audits = () =>
    server.database.tenant(server.seed.accountId, (tx) => tx.selectFrom('audit').selectAll().orderBy('id').execute())
  const events = () =>
    server.database.tenant(server.seed.accountId, (tx) => tx.selectFrom('event').selectAll().orderBy('id').execute())

  it('lists members and roles, and nobody of another account', async () => {
    const other = await seedAccount(server.database, { chats: false })
    const { data } = await server.as('Agent').get<MemberPage>('team.members')
    expect([data.rows.length, data.total, data.next]).toEqual([6, 6, null])
    expect(data.rows.map(({ id }) => id)).not.toContain(other.members.Agent.id)
    expect(data.rows.find(({ id }) => id === server.seed.members.Support.id)).toMatchObject({
      id: server.seed.members.Support.id,
      name: 'Support Tester',
      email: server.seed.members.Support.email,
      status: 'active',
      role: { id: server.seed.roles.Support, name: 'Support', custom: false },
      departments: [],
      manage: { may: false, why: expect.stringContaining('Manage members') },
    })
    const roles = await server.as('Agent').get<{ name: string; custom: boolean }[]>('team.roles')
    expect(roles.data.map(({ name }) => name)).toEqual([
      'Administrator',
      'Supervisor',
      'Agent',
      'Support',
      'Narrow',
      'Twin',
    ])
    expect(roles.data.map(({ custom }) => custom)).toEqual([false, false, false, false, true, true])
  })

  it('gives a role: written down, told to the streams, in force with the next call', async () => {
    const before = (await audits()).length
    const denied = await server.as('Support').get('team.members')
    expect(denied.refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'team.view', role: 'Support' })

    expect((await set('Supervisor', 'Support', 'Agent')).status).toBe(200)
    expect((await server.as('Support').get('team.members')).status).toBe(200)

    const written = (await audits()).slice(before)
    expect(written).toMatchObject([
      {
        actor_kind: 'member',
        actor_id: server.seed.members.Supervisor.id,
        action: 'team.setRole',
        subject_id: server.seed.members.Support.id,
        detail: { member: 'Support Tester', from: 'Support', to: 'Agent' },
      },
    ])
    expect((await events()).at(-1)).toMatchObject({ type: 'news' })
    expect((await events()).at(-2)).toMatchObject({ type: 'session', member_id: server.seed.members.Support.id })
    expect((await set('Administrator', 'Support', 'Support')).status).toBe(200)
  })

  it('writes and tells nothing when the role stays', async () => {
    const [written, told] = [(await audits()).length, (await events()).length]
    expect((await set('Administrator', 'Agent', 'Agent')).status).toBe(200)
    expect([(await audits()).length, (await events()).length]).toEqual([written, told])
  })

  it.each([
    ['Supervisor', 'Administrator', 'Agent', 'a Supervisor demotes an Administrator'],
    ['Supervisor', 'Agent', 'Administrator', 'a Supervisor makes an Administrator'],
    ['Supervisor', 'Supervisor', 'Administrator', 'a Supervisor makes themselves an Administrator'],
  ])('%s cannot put %s into %s', async (as, who, role) => {
    const written = async () => (await audits()).filter(({ action }) => action !== 'session.refused').length
    const before = await written()
    const { status, refusal } = await set(as, who, role)
    expect(status).toBe(403)
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'team.administrators', role: 'Supervisor' })
    expect(await roleOf(who)).toBe(who)
    expect(await written()).toBe(before)
  })

  it('holds for custom roles: nobody hands out what they do not have', async () => {
    const { refusal } = await set('Narrow', 'Support', 'Twin')
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.view', role: 'Narrow' })
    expect(await roleOf('Support')).toBe('Support')
  })

  it('keeps the last Administrator, also from themselves', async () => {
    const { status, refusal } = await set('Administrator', 'Administrator', 'Agent')
    expect(status).toBe(409)
    expect(refusal.code).toBe('CONFLICT')
    expect(await roleOf('Administrator')).toBe('Administrator')
  })

  it('does not count a deactivated Administrator', async () => {
    expect((await set('Administrator', 'Twin', 'Administrator')).status).toBe(200)
    await server.database.tenant(server.seed.accountId, (tx) =>
      tx
        .updateTable('member')
        .set({ status: 'deactivated' })
        .where('id', '=', server.seed.members.Twin?.id ?? '')
        .execute(),
    )
    expect((await set('Administrator', 'Administrator', 'Agent')).status).toBe(409)
  })

  it('answers the same for what is absent and what is another account’s', async () => {
    const other = await seedAccount(server.database, { chats: false })
    const { Agent } = server.seed.members
    const role = server.seed.roles.Agent
    const bodies = []
    for (const input of [
      { memberId: randomUUID(), roleId: role },
      { memberId: other.members.Agent.id, roleId: role },
      { memberId: Agent.id, roleId: randomUUID() },
      { memberId: Agent.id, roleId: other.roles.Administrator },
    ]) {
      const { status, refusal } = await server.as('Administrator').post('team.setRole', input)
      expect(status).toBe(404)
      bodies.push({ ...refusal, requestId: '' })
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(await roleOf('Agent')).toBe('Agent')
  })

  it.each([
    ['an unknown key', { role: 'Administrator' }],
    ['an id in capitals', { memberId: randomUUID().toUpperCase() }],
    ['no id', { memberId: 1 }],
  ])('refuses %s', async (_, more) => {
    const input = { memberId: server.seed.members.Agent.id, roleId: server.seed.roles.Agent, ...more }
    expect((await server.as('Administrator').post('team.setRole', input)).refusal.code).toBe('INVALID_INPUT')
  })
})
