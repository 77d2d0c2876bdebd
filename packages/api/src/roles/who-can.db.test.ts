import { randomUUID } from 'node:crypto'
import { type CustomRole, engines, seedAccount } from '@rolecall/db/testing'
import type { WhatCan, WhoCan } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const roles: Record<string, CustomRole> = {
  Night: { permissions: ['inbox.delete'], chat_scope: 'mine' },
  Whole: { full_sections: ['inbox'] },
  /** Roles, and not the team. */
  Reader: { permissions: ['roles.view'] },
}

describe.each(engines)('who can and what can on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles } })
    const { accountId: account_id, members } = server.seed
    await server.database.tenant(account_id, (tx) =>
      tx
        .insertInto('member_grant')
        .values({
          account_id,
          id: randomUUID(),
          member_id: members.Support.id,
          permission: 'inbox.delete',
          given_name: 'Test',
          ends_at: new Date(Date.now() + 3_600_000),
        })
        .execute(),
    )
  })
  afterAll(() => server.close())

  const who = async (permission: string) =>
    (await server.as('Supervisor').get<WhoCan>('roles.whoCan', { permission })).data
  const what = async (memberId: string) =>
    (await server.as('Supervisor').get<WhatCan>('roles.whatCan', { memberId })).data

  it('shows e-mail addresses only to those who see the team', async () => {
    const { Agent } = server.seed.members
    const emails = async (role: string) => {
      const { data } = await server.as(role).get<WhatCan>('roles.whatCan', { memberId: Agent.id })
      const file = await fetch(`${server.url}/access.csv?member=${Agent.id}`, {
        headers: { cookie: server.cookie(role) },
      })
      return [data.member.email, (await file.text()).includes(Agent.email)]
    }
    expect(await emails('Supervisor')).toEqual([Agent.email, true])
    expect(await emails('Reader')).toEqual([null, false])
  })

  it('names roles and people with their reasons, default roles first', async () => {
    const { label, roles, members } = await who('inbox.delete')
    expect(label).toBe('Delete chats for good')
    expect(roles.map(({ name, because }) => [name, because.kind])).toEqual([
      ['Administrator', 'default'],
      ['Supervisor', 'default'],
      ['Agent', 'default'],
      ['Night', 'role'],
      ['Whole', 'full'],
    ])
    const reasons = Object.fromEntries(members.map(({ role, because }) => [role, because.map(({ kind }) => kind)]))
    expect(reasons).toEqual({
      Administrator: ['default'],
      Supervisor: ['default'],
      Agent: ['default'],
      Night: ['role'],
      Whole: ['full'],
      Support: ['extra'],
    })
    expect(members.find(({ role }) => role === 'Support')?.because[0]?.until).toMatch(/^20/)
  })

  it('agrees with what the server lets each of them do', async () => {
    const ids = new Set((await who('inbox.delete')).members.map(({ id }) => id))
    for (const [role, { id }] of Object.entries(server.seed.members)) {
      const { status } = await server.as(role).post('inbox.delete', { chatId: randomUUID() })
      expect([role, ids.has(id)]).toEqual([role, status === 404])
    }
  })

  it('counts a token only as far as its owner goes', async () => {
    const { email } = server.seed.members.Agent
    await server.api.operator.createToken(email, { permissions: ['inbox.delete'], name: 'Cleaner' })
    expect((await who('inbox.delete')).tokens).toMatchObject([{ name: 'Cleaner' }])
    expect((await who('inbox.view')).tokens).toEqual([])
    await server.as('Administrator').post('team.setRole', {
      memberId: server.seed.members.Agent.id,
      roleId: server.seed.roles.Support,
    })
    expect((await who('inbox.delete')).tokens).toEqual([])
    await server.as('Administrator').post('team.setRole', {
      memberId: server.seed.members.Agent.id,
      roleId: server.seed.roles.Agent,
    })
  })

  it('tells of one member every permission, as session.me tells it to them', async () => {
    for (const [role, { id }] of Object.entries(server.seed.members)) {
      const { permissions, reach, member } = await what(id)
      const { data: session } = await server.as(role).get<{ permissions: string[]; reach: object }>('session.me')
      expect(
        permissions
          .filter(({ allowed }) => allowed)
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(session.permissions.toSorted())
      expect(reach).toEqual(session.reach)
      expect(member.role.name).toBe(role)
    }
  })

  it('knows nobody of another account, and no permission by another spelling', async () => {
    const other = await seedAccount(server.database, { chats: false })
    const foreign = await server.as('Administrator').get('roles.whatCan', { memberId: other.members.Agent.id })
    expect(foreign.status).toBe(404)
    for (const permission of ['inbox.nothing', '__proto__', 'Inbox.view', ''])
      expect((await server.as('Administrator').get('roles.whoCan', { permission })).refusal.code).toBe('INVALID_INPUT')
  })

  describe('GET /access.csv', () => {
    const file = async (query = '', role = 'Supervisor') => {
      const answer = await fetch(`${server.url}/access.csv${query}`, { headers: { cookie: server.cookie(role) } })
      return { status: answer.status, text: await answer.text() }
    }

    it('has a line for each member and permission, with the reason', async () => {
      const { status, text } = await file('?permission=inbox.delete')
      expect(status).toBe(200)
      const lines = text.replace('\uFEFF', '').trim().split('\r\n')
      expect(lines[0]).toBe('"Member","Email","Status","Role","Permission","What it allows","Why","Until"')
      expect(new Set(lines.slice(1).map((line) => line.split('","')[3]))).toEqual(
        new Set(['Administrator', 'Agent', 'Night', 'Supervisor', 'Support', 'Whole']),
      )
      const support = await file(`?member=${server.seed.members.Support.id}`)
      expect(support.text).toContain('"given by itself, for a while"')
      expect(support.text).not.toContain('Supervisor Tester')
    })

    it('is for those who see roles, and takes no other question', async () => {
      expect((await file('', 'Agent')).status).toBe(403)
      expect((await file('?permission=nothing')).status).toBe(400)
      expect((await file('?surplus=1')).status).toBe(400)
      expect((await file(`?member=${randomUUID()}`)).status).toBe(404)
    })
  })

  keepsContract(() => server, {
    path: 'roles.whoCan',
    type: 'get',
    permission: 'roles.view',
    good: () => ({ permission: 'inbox.view' }),
    bad: { permission: [1, null, 'x'.repeat(200)] },
  })
  keepsContract(() => server, {
    path: 'roles.whatCan',
    type: 'get',
    permission: 'roles.view',
    good: ({ members }) => ({ memberId: members.Agent.id }),
    bad: { memberId: [1, 'me'] },
    ids: { memberId: ({ members }) => members.Agent.id },
  })
})
