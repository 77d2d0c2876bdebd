import { randomUUID } from 'node:crypto'
import { engines } from '@rolecall/db/testing'
import type { Invite, InviteLink } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

// A Supervisor sees administrators, and has no way to invite or manage one, on any path.

describe.each(engines)('seniority on %s', (engine) => {
  let server: StartedApi
  let invite: InviteLink
  const email = () => `${randomUUID()}@example.test`

  beforeAll(async () => {
    const roles = { Twin: { full_sections: ['team'], permissions: ['inbox.view'] } }
    server = await startApi(engine, { seed: { roles } })
    const made = await server
      .as('Administrator')
      .post<InviteLink>('team.invite', { email: email(), roleId: server.seed.roles.Administrator, departmentIds: [] })
    invite = made.data
  })
  afterAll(() => server.close())

  const paths: [string, () => object][] = [
    ['team.setRole', () => ({ memberId: server.seed.members.Administrator.id, roleId: server.seed.roles.Agent })],
    ['team.setRole', () => ({ memberId: server.seed.members.Agent.id, roleId: server.seed.roles.Administrator })],
    [
      'team.setRoles',
      () => ({ changes: [{ memberId: server.seed.members.Agent.id, roleId: server.seed.roles.Administrator }] }),
    ],
    [
      'team.setRoles',
      () => ({
        changes: [server.seed.members.Agent.id, server.seed.members.Administrator.id].map((memberId) => ({
          memberId,
          roleId: server.seed.roles.Support,
        })),
      }),
    ],
    ['team.deactivate', () => ({ memberId: server.seed.members.Administrator.id })],
    ['team.reactivate', () => ({ memberId: server.seed.members.Administrator.id })],
    ['team.remove', () => ({ memberId: server.seed.members.Administrator.id })],
    ['team.setDepartments', () => ({ memberId: server.seed.members.Administrator.id, departmentIds: [] })],
    ['team.invite', () => ({ email: email(), roleId: server.seed.roles.Administrator, departmentIds: [] })],
    ['team.resendInvite', () => ({ inviteId: invite.inviteId })],
    ['team.revokeInvite', () => ({ inviteId: invite.inviteId })],
    [
      'access.give',
      () => ({
        memberId: server.seed.members.Agent.id,
        permission: null,
        roleId: server.seed.roles.Administrator,
        until: new Date(Date.now() + 3_600_000).toISOString(),
        reason: '',
      }),
    ],
    [
      'access.give',
      () => ({
        memberId: server.seed.members.Agent.id,
        permission: 'team.administrators',
        roleId: null,
        until: null,
        reason: '',
      }),
    ],
  ]

  it.each(paths)('%s (%#) is refused to a Supervisor and changes nothing', async (path, input) => {
    const before = await stateOf(server.database)
    const { status, refusal } = await server.as('Supervisor').post(path, input())
    expect([status, refusal]).toMatchObject([
      403,
      { code: 'PERMISSION_MISSING', permission: 'team.administrators', role: 'Supervisor' },
    ])
    expect(await stateOf(server.database)).toEqual(before)
  })

  it('says so before it is tried', async () => {
    const { data: rows } = await server.as('Supervisor').get<Invite[]>('team.invites')
    for (const judged of [rows[0]?.resend, rows[0]?.revoke])
      expect(judged).toMatchObject({ may: false, why: expect.stringContaining('team.administrators') })
    const { data: roles } = await server.as('Supervisor').get<{ name: string; give: { may: boolean } }[]>('team.roles')
    expect(roles.map(({ name, give }) => [name, give.may])).toEqual([
      ['Administrator', false],
      ['Supervisor', true],
      ['Agent', true],
      ['Support', true],
      ['Twin', false],
    ])
  })

  it('sees what somebody holds beside their role', async () => {
    const { Support, Agent } = server.seed.members
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const give = { memberId: Support.id, permission: 'billing.card', roleId: null, until, reason: '' }
    expect((await server.as('Administrator').post('access.give', give)).status).toBe(200)
    for (const path of ['team.deactivate', 'team.remove', 'team.setRole']) {
      const input = { memberId: Support.id, ...(path === 'team.setRole' && { roleId: server.seed.roles.Agent }) }
      const { refusal } = await server.as('Supervisor').post(path, input)
      expect([path, refusal.permission]).toEqual([path, 'billing.card'])
    }
    expect((await server.as('Supervisor').post('team.deactivate', { memberId: Agent.id })).status).toBe(200)
    expect((await server.as('Supervisor').post('team.reactivate', { memberId: Agent.id })).status).toBe(200)
  })
})
