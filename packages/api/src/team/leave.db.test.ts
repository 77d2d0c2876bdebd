import { engines } from '@rolecall/db/testing'
import type { MemberPage, Session } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { listen } from '../testing/listen.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('leaving the team on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { Four: { full_sections: ['inbox'] } } } })
  })
  afterAll(() => server.close())

  const chat = (id: string) =>
    server.database.tenant(server.seed.accountId, (tx) =>
      tx.selectFrom('chat').select(['assignee_id', 'last_seq']).where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const boss = () => server.as('Administrator')

  it('deactivated: the stream ends, the session is gone, the open chats are free and say so', async () => {
    const { Agent } = server.seed.members
    const stream = await listen(`${server.url}/live`, { cookie: server.cookie('Agent') })
    const watching = await listen(`${server.url}/live`, { cookie: server.cookie('Supervisor') })
    const { agents, closed } = server.seed.chats
    const before = await chat(agents)
    expect((await boss().post('team.deactivate', { memberId: Agent.id })).status).toBe(200)
    expect((await server.as('Agent').get('session.me')).status).toBe(401)
    await stream.ended
    expect(await chat(agents)).toEqual({ assignee_id: null, last_seq: before.last_seq + 1 })
    // What is over stays as it was.
    expect((await chat(closed)).assignee_id).toBe(Agent.id)
    const { event } = await watching.until((one) => one.type === 'message' && one.chat.id === agents)
    expect(event).toMatchObject({ message: { body: 'Agent Tester has left; nobody has the chat now' } })
    watching.close()
  })

  it('reactivated: may sign in again, and no old session comes back', async () => {
    const { Agent } = server.seed.members
    expect((await boss().post('team.reactivate', { memberId: Agent.id })).status).toBe(200)
    expect((await server.as('Agent').get('session.me')).status).toBe(401)
    const { data } = await boss().get<MemberPage>('team.members', { search: Agent.email })
    expect(data.rows.map(({ status }) => status)).toEqual(['active'])
  })

  it('removed: gone from the list with tokens and all; what they wrote keeps their name', async () => {
    const { Four } = server.seed.members
    const chatId = server.seed.chats.unassigned
    await server.as('Four').post('inbox.reply', { chatId, id: crypto.randomUUID(), body: 'I was here' })
    const { token } = await server.api.operator.createToken(Four?.email ?? '', {
      permissions: ['inbox.view'],
      name: 'Bot',
    })
    expect((await boss().post('team.remove', { memberId: Four?.id })).status).toBe(200)
    const bot = server.with({ authorization: `Bearer ${token}` })
    expect((await bot.get('session.me')).status).toBe(401)
    const { data } = await boss().get<MemberPage>('team.members', { search: 'Four' })
    expect(data.rows).toEqual([])
    const thread = await boss().get('inbox.thread', { chatId })
    expect(JSON.stringify(thread.data)).toContain('Four Tester')
    expect((await chat(chatId)).assignee_id).toBeNull()
  })

  it('nobody sends themselves away, nor the last Administrator', async () => {
    const { Administrator, Supervisor } = server.seed.members
    for (const path of ['team.deactivate', 'team.remove']) {
      expect((await boss().post(path, { memberId: Administrator.id })).refusal.code).toBe('CONFLICT')
      expect((await server.as('Supervisor').post(path, { memberId: Supervisor.id })).refusal.code).toBe('CONFLICT')
    }
    expect((await boss().get<Session>('session.me')).status).toBe(200)
  })

  it('an Administrator for a while does not count as one', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const { Administrator, Supervisor } = server.seed.members
    const role = server.seed.roles.Administrator
    const give = { memberId: Supervisor.id, permission: null, roleId: role, until, reason: '' }
    expect((await boss().post('access.give', give)).status).toBe(200)
    const demote = { memberId: Administrator.id, roleId: server.seed.roles.Agent }
    expect((await boss().post('team.setRole', demote)).refusal.code).toBe('CONFLICT')
  })
})

describe.each(engines)('the manners of leaving, on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine, { seed: { roles: { One: {}, Two: {}, Three: {} } } })
  })
  afterAll(() => server.close())

  for (const path of ['team.deactivate', 'team.reactivate', 'team.remove']) {
    keepsContract(() => server, {
      path,
      type: 'post',
      permission: 'team.manage',
      good: ({ members }, n) => ({ memberId: members[['One', 'Two', 'Three', 'Three'][n] ?? 'One']?.id ?? '' }),
      bad: { memberId: [1, null, 'me'] },
      ids: { memberId: ({ members }) => members.Agent.id },
    })
  }
})
