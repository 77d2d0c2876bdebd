import { engines } from '@rolecall/db/testing'
import type { Effect, Put } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

describe.each(engines)('a role, before and after it is given, on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    const roles = {
      Desk: { full_sections: ['inbox'], chat_scope: 'mine' as const, unassigned: false },
      Hands: { permissions: ['team.manage', 'team.view'] },
    }
    server = await startApi(engine, { seed: { chats: false, roles } })
  })
  afterAll(() => server.close())

  const idOf = (who: string) => server.seed.members[who]?.id ?? ''
  const effect = async (as: string, who: string[], role: string) => {
    const input = { memberIds: who.map(idOf), roleId: server.seed.roles[role] }
    return (await server.as(as).get<Effect>('team.roleEffect', input)).data
  }
  const set = (as: string, who: string, role: string, from?: string) =>
    server.as(as).post<Put>('team.setRole', {
      memberId: idOf(who),
      roleId: server.seed.roles[role],
      ...(from && { from: server.seed.roles[from] }),
    })

  it('says what each of them gains and loses, and which chats they see then', async () => {
    const { members, raises } = await effect('Administrator', ['Agent', 'Support'], 'Desk')
    expect(raises).toBe(false)
    const [agent, support] = members
    expect(agent).toMatchObject({ name: 'Agent Tester', from: 'Agent', gains: [], active: true, why: null })
    expect(agent?.loses).toContainEqual({ name: 'contacts.view', label: 'See contacts', section: 'Contacts' })
    expect(agent?.sees).toBe('fewer chats: only their own chats')
    expect(support?.gains.map(({ name }) => name)).toEqual(['inbox.delete'])
  })

  it('names the API tokens that it reaches', async () => {
    const { email } = server.seed.members.Agent
    await server.api.operator.createToken(email, { permissions: ['contacts.view'], name: 'Sync' })
    const { tokens } = await effect('Administrator', ['Agent'], 'Desk')
    expect(tokens).toMatchObject([
      { name: 'Sync', owner: 'Agent Tester', gains: [], loses: [{ name: 'contacts.view' }] },
    ])
  })

  it('says of a role beside theirs what comes with it, that nothing goes, and what would be refused', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const beside = async (as: string, who: string, role: string) => {
      const [memberId, roleId] = [idOf(who), server.seed.roles[role]]
      const input = { memberIds: [memberId], roleId, beside: true }
      const { data } = await server.as(as).get<Effect>('team.roleEffect', input)
      const given = await server
        .as(as)
        .post<{ grantId: string }>('access.give', { memberId, permission: null, roleId, until, reason: '' })
      if (given.status === 200) await server.as('Administrator').post('access.end', { grantId: given.data.grantId })
      expect([as, who, role, data.members[0]?.why ?? null]).toEqual([as, who, role, given.refusal?.message ?? null])
      return data
    }
    const { members, raises } = await beside('Administrator', 'Support', 'Desk')
    expect([members[0]?.gains.map(({ name }) => name), members[0]?.loses, raises]).toEqual([
      ['inbox.delete'],
      [],
      false,
    ])
    expect((await beside('Administrator', 'Support', 'Administrator')).raises).toBe(true)
    await beside('Administrator', 'Agent', 'Agent')
    await beside('Supervisor', 'Agent', 'Administrator')
    await beside('Supervisor', 'Administrator', 'Agent')
    await beside('Hands', 'Support', 'Desk')
  })

  it('says beforehand what would be refused, and is right', async () => {
    for (const [as, who, role] of [
      ['Supervisor', 'Administrator', 'Agent'],
      ['Supervisor', 'Agent', 'Administrator'],
      ['Administrator', 'Administrator', 'Agent'],
      ['Hands', 'Support', 'Desk'],
    ] as const) {
      const { members } = await effect(as, [who], role)
      const { refusal } = await set(as, who, role)
      expect(members.map(({ why }) => why)).toEqual([refusal.message])
    }
  })

  it('knows two who may go one by one and not together', async () => {
    expect((await set('Administrator', 'Hands', 'Administrator')).status).toBe(200)
    const both = await effect('Administrator', ['Administrator', 'Hands'], 'Agent')
    expect(both.members.map(({ why }) => why !== null)).toEqual([true, true])
    const one = await effect('Administrator', ['Hands'], 'Agent')
    expect(one.members.map(({ why }) => why)).toEqual([null])
    expect((await set('Administrator', 'Hands', 'Hands')).status).toBe(200)
  })

  it('asks for more where somebody becomes an Administrator', async () => {
    expect((await effect('Administrator', ['Support', 'Administrator'], 'Administrator')).raises).toBe(true)
    expect((await effect('Administrator', ['Administrator'], 'Administrator')).raises).toBe(false)
  })

  it('offers the way back where there is one: to whom it was done, and not of oneself', async () => {
    expect((await set('Administrator', 'Support', 'Desk')).data).toEqual({ changed: 1, undo: true })
    expect((await set('Administrator', 'Support', 'Support', 'Desk')).data).toEqual({ changed: 1, undo: true })
    expect((await set('Administrator', 'Support', 'Support')).data).toEqual({ changed: 0, undo: false })
    expect((await set('Administrator', 'Hands', 'Administrator')).status).toBe(200)
    expect((await set('Administrator', 'Administrator', 'Agent')).data).toEqual({ changed: 1, undo: false })
    expect((await set('Hands', 'Administrator', 'Administrator')).status).toBe(200)
    expect((await set('Administrator', 'Hands', 'Hands')).status).toBe(200)
  })

  it('offers no way back to a role that the plan has locked', async () => {
    const plan = (plan: 'basic' | 'unlimited') =>
      server.database.tenant(server.seed.accountId, (tx) => tx.updateTable('account').set({ plan }).execute())
    expect((await set('Administrator', 'Support', 'Desk')).status).toBe(200)
    await plan('basic')
    expect((await set('Administrator', 'Support', 'Support')).data).toEqual({ changed: 1, undo: false })
    await plan('unlimited')
  })

  it('takes nothing back that somebody else has given since', async () => {
    expect((await set('Administrator', 'Support', 'Agent')).status).toBe(200)
    const late = await set('Administrator', 'Support', 'Support', 'Desk')
    expect([late.status, late.refusal.code]).toEqual([409, 'CONFLICT'])
    expect(late.refusal.message).toContain('has the role Agent by now')
  })

  it('gives several their own role back, all of them or nobody', async () => {
    const at = (who: string, role: string, from: string) => ({
      memberId: idOf(who),
      roleId: server.seed.roles[role],
      from: server.seed.roles[from],
    })
    const send = (...changes: object[]) => server.as('Administrator').post<Put>('team.setRoles', { changes })
    expect((await send(at('Support', 'Desk', 'Agent'), at('Hands', 'Desk', 'Hands'))).data.changed).toBe(2)
    expect((await send(at('Support', 'Support', 'Desk'), at('Hands', 'Hands', 'Agent'))).status).toBe(409)
    expect((await effect('Administrator', ['Support'], 'Support')).members[0]?.from).toBe('Desk')
    expect((await send(at('Support', 'Support', 'Desk'), at('Hands', 'Hands', 'Desk'))).data).toEqual({
      changed: 2,
      undo: true,
    })
  })
})
