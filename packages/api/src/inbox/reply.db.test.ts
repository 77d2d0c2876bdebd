import { engines } from '@rolecall/db/testing'
import type { LiveEvent, Message } from '@rolecall/protocol'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const newId = () => crypto.randomUUID()

describe.each(engines)('inbox.reply on %s', (engine) => {
  let app: StartedApi
  beforeEach(async () => {
    app ??= await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const reply = (role: string, input: object) =>
    app.as(role).post<Message>('inbox.reply', { id: newId(), body: 'Hi', ...input })
  const chatOf = (id: string) =>
    app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('chat').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const linesOf = (id: string) =>
    app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('message').selectAll().where('chat_id', '=', id).orderBy('seq').execute(),
    )

  keepsContract(() => app, {
    path: 'inbox.reply',
    type: 'post',
    permission: 'inbox.reply',
    good: ({ chats }) => ({ chatId: chats.supervisors, id: newId(), body: 'Hi' }),
    bad: {
      chatId: ['', null, 7],
      id: ['', 'x', null, {}],
      body: ['', '   ', null, 7, ['x'], 'x'.repeat(10_001)],
      authorId: [newId()],
      kind: ['note'],
    },
    ids: { chatId: (other) => other.chats.agents },
  })

  it('answers, times the first answer, and tells it with the chat as it is stored', async () => {
    const { accountId, chats, members } = app.seed
    const before = await clockOf(app.database, accountId)
    const body = '<b>not markup</b> 😀\n'
    const { data } = await reply('Agent', { chatId: chats.sales, body })
    expect(data).toMatchObject({
      chatId: chats.sales,
      kind: 'message',
      body,
      author: { kind: 'member', id: members.Agent.id },
    })
    const chat = await chatOf(chats.sales)
    expect(chat).toMatchObject({
      assignee_id: members.Agent.id,
      last_seq: data.seq,
      preview_body: body,
      visitor_count: 2,
    })
    expect(chat.first_reply_at?.toISOString()).toBe(data.at)
    const told = await toldSince(app.database, accountId, before)
    expect(
      told.map(({ type, moved, was_assignee_id, assignee_id, was_department_id }) => [
        type,
        moved,
        was_assignee_id,
        assignee_id,
        was_department_id,
      ]),
    ).toEqual([1, 2].map(() => ['message', true, null, members.Agent.id, app.seed.departments.sales]))
    const event = told.at(-1)?.data as LiveEvent & { type: 'message' }
    expect(event.message).toEqual(data)
    expect(event.chat).toMatchObject({ lastSeq: data.seq, assignee: { id: members.Agent.id, name: 'Agent Tester' } })
    const again = await reply('Supervisor', { chatId: chats.sales })
    expect((await chatOf(chats.sales)).first_reply_at).toEqual(chat.first_reply_at)
    expect(again.data.seq).toBe(data.seq + 1)
  })

  it('takes a free chat and says so, but only for one who might assign', async () => {
    const { chats } = app.seed
    await reply('Answers', { chatId: chats.help })
    expect((await chatOf(chats.help)).assignee_id).toBeNull()
    await reply('Support', { chatId: chats.help })
    expect((await chatOf(chats.help)).assignee_id).toBe(app.seed.members.Support.id)
    expect((await linesOf(chats.help)).slice(2).map(({ kind, body }) => [kind, body])).toEqual([
      ['message', 'Hi'],
      ['event', 'Support Tester took the chat'],
      ['message', 'Hi'],
    ])
    await reply('Agent', { chatId: chats.help })
    expect((await chatOf(chats.help)).assignee_id).toBe(app.seed.members.Support.id)
  })

  it('opens a closed chat again, but only for one who might', async () => {
    const { chats, accountId } = app.seed
    await reply('Answers', { chatId: chats.closed })
    expect((await chatOf(chats.closed)).status).toBe('closed')
    const before = await clockOf(app.database, accountId)
    await reply('Agent', { chatId: chats.closed })
    expect(await chatOf(chats.closed)).toMatchObject({ status: 'open', closed_at: null })
    expect((await linesOf(chats.closed)).at(-2)?.body).toBe('Agent Tester reopened the chat')
    expect((await toldSince(app.database, accountId, before)).map(({ type }) => type)).toEqual([
      'message',
      'message',
      'chat',
    ])
  })

  it('is the same message when sent again', async () => {
    const input = { chatId: app.seed.chats.agents, id: newId(), body: 'Once' }
    const first = await reply('Agent', input)
    const before = await stateOf(app.database)
    expect((await reply('Agent', input)).data).toEqual(first.data)
    // Other words under its id would be lost if they were answered with the first.
    const changed = await reply('Agent', { ...input, body: 'Changed on the way' })
    expect([changed.status, changed.refusal.code]).toEqual([409, 'CONFLICT'])
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('takes no id that another message has', async () => {
    const { chats } = app.seed
    const input = { chatId: chats.agents, id: newId(), body: 'Mine' }
    await reply('Agent', input)
    const before = await stateOf(app.database)
    for (const [role, chatId, path] of [
      ['Supervisor', chats.agents, 'inbox.reply'],
      ['Agent', chats.supervisors, 'inbox.reply'],
      ['Agent', chats.agents, 'inbox.note'],
    ] as const) {
      const { status, refusal } = await app.as(role).post(path, { ...input, chatId })
      expect([status, refusal.code]).toEqual([409, 'CONFLICT'])
    }
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('does not reach a chat out of scope', async () => {
    const { chats } = app.seed
    const before = await stateOf(app.database)
    for (const [role, chatId] of [
      ['Mine', chats.unassigned],
      ['Free', chats.supervisors],
      ['Desk', chats.sales],
    ] as const) {
      expect((await reply(role, { chatId })).refusal.code).toBe('NOT_FOUND')
    }
    expect(await stateOf(app.database)).toEqual(before)
  })
})
