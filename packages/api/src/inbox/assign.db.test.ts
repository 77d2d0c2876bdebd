import { engines } from '@rolecall/db/testing'
import type { Chat } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.assign on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const assign = (role: string, chatId: string, memberId: string | null, from: string | null) =>
    app.as(role).post<Chat>('inbox.assign', { chatId, memberId, from })

  keepsContract(() => app, {
    path: 'inbox.assign',
    type: 'post',
    permission: 'inbox.assign',
    good: ({ chats, members }) => ({ chatId: chats.agents, memberId: members.Agent.id, from: members.Agent.id }),
    bad: { chatId: ['x', null], memberId: ['x', 7, undefined, [null]], from: ['x', undefined], departmentId: [null] },
    ids: { chatId: (other) => other.chats.agents, memberId: (other) => other.members.Agent.id },
  })

  it('gives, takes and frees a chat, tells it and writes it down', async () => {
    const { accountId, chats, members } = app.seed
    const before = await clockOf(app.database, accountId)
    const given = await assign('Support', chats.supervisors, members.Agent.id, members.Supervisor.id)
    expect(given.data.assignee).toEqual({ id: members.Agent.id, name: 'Agent Tester' })
    await assign('Supervisor', chats.supervisors, members.Supervisor.id, members.Agent.id)
    const freed = await assign('Agent', chats.supervisors, null, members.Supervisor.id)
    expect(freed.data).toMatchObject({ assignee: null, lastSeq: 7 })
    expect(freed.data.activeAt).toBe(given.data.activeAt)

    const told = await toldSince(app.database, accountId, before)
    expect(told.map((event) => [event.type, event.moved, event.was_assignee_id, event.assignee_id])).toEqual([
      ['message', true, members.Supervisor.id, members.Agent.id],
      ['message', true, members.Agent.id, members.Supervisor.id],
      ['message', true, members.Supervisor.id, null],
    ])
    const lines = await app.database.tenant(accountId, (tx) =>
      tx
        .selectFrom('message')
        .select(['body', 'author_kind'])
        .where('chat_id', '=', chats.supervisors)
        .where('kind', '=', 'event')
        .orderBy('seq')
        .execute(),
    )
    expect(lines.map(({ body }) => body)).toEqual([
      'Support Tester assigned the chat to Agent Tester',
      'Supervisor Tester took the chat',
      'Agent Tester unassigned the chat',
    ])
    const log = await app.database.tenant(accountId, (tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', 'inbox.assign').orderBy('at').execute(),
    )
    expect(log.map(({ actor_id, subject_id, detail }) => [actor_id, subject_id, detail])).toEqual([
      [members.Support.id, chats.supervisors, { from: members.Supervisor.id, to: members.Agent.id }],
      [members.Supervisor.id, chats.supervisors, { from: members.Agent.id, to: members.Supervisor.id }],
      [members.Agent.id, chats.supervisors, { from: members.Supervisor.id, to: null }],
    ])
  })

  it('refuses who saw it elsewhere, and says who has it', async () => {
    const { chats, members } = app.seed
    const before = await stateOf(app.database)
    const late = await assign('Supervisor', chats.agents, members.Supervisor.id, null)
    expect([late.status, late.refusal.code]).toEqual([409, 'CONFLICT'])
    expect(late.refusal.message).toMatch(/^Agent Tester has this chat now/)
    const freed = await assign('Supervisor', chats.help, members.Supervisor.id, members.Agent.id)
    expect([freed.status, freed.refusal.message]).toEqual([409, expect.stringMatching(/free again/)])
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('changes nothing where it is theirs already, as after a lost answer', async () => {
    const before = await stateOf(app.database)
    expect((await assign('Agent', app.seed.chats.agents, app.seed.members.Agent.id, null)).status).toBe(200)
    expect((await assign('Agent', app.seed.chats.help, null, app.seed.members.Agent.id)).status).toBe(200)
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('gives to whoever then sees it, however narrow their scope, and to nobody else', async () => {
    const { accountId, chats, members } = app.seed
    expect((await assign('Agent', chats.help, members['Mine']?.id ?? '', null)).status).toBe(200)
    expect((await app.as('Mine').get('inbox.thread', { chatId: chats.help })).status).toBe(200)

    const before = await stateOf(app.database)
    const blind = await assign('Agent', chats.help, members['People']?.id ?? '', members['Mine']?.id ?? '')
    expect([blind.status, blind.refusal.code]).toEqual([404, 'NOT_FOUND'])
    expect(await stateOf(app.database)).toEqual(before)

    await app.database.tenant(accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', members.Support.id).execute(),
    )
    expect((await assign('Agent', chats.help, members.Support.id, members['Mine']?.id ?? '')).refusal.code).toBe(
      'NOT_FOUND',
    )
  })

  it('lets a chat leave the scope of its giver, who then no longer has it', async () => {
    const { chats, members } = app.seed
    const mine = members['Mine']?.id ?? ''
    await assign('Administrator', chats.sales, mine, null)
    const { status, data } = await assign('Mine', chats.sales, members.Agent.id, mine)
    expect([status, data.assignee?.id]).toEqual([200, members.Agent.id])
    expect((await assign('Mine', chats.sales, mine, members.Agent.id)).refusal.code).toBe('NOT_FOUND')
  })
})
