import { engines } from '@rolecall/db/testing'
import type { Chat, ChatRow, Conversation, LiveEvent, Message } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

const newId = () => crypto.randomUUID()

describe.each(engines)('visitor.say, thread and seen on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  const of = (key: keyof StartedApi['seed']['chats']) => {
    const contact = app.seed.contacts.find(({ chatId }) => chatId === app.seed.chats[key])
    return app.with({ authorization: `Visitor ${contact?.secret}` })
  }
  const say = (key: Parameters<typeof of>[0], input: object = {}) =>
    of(key).post<Message>('visitor.say', { id: newId(), body: 'And?', ...input })
  const rowOf = async (key: Parameters<typeof of>[0]) => {
    const { data } = await app
      .as('Administrator')
      .get<{ chat: ChatRow }>('inbox.thread', { chatId: app.seed.chats[key] })
    const { unread: _, ...chat } = data.chat
    return chat satisfies Chat
  }

  it('tells of the chat just what the inbox reads of it: the two mappings agree', async () => {
    for (const key of ['unassigned', 'agents', 'supervisors', 'sales', 'closed'] as const) {
      const before = await clockOf(app.database, app.seed.accountId)
      const { data } = await say(key, { body: `é "quoted" \\ 😀\n${key}` })
      const [event] = await toldSince(app.database, app.seed.accountId, before)
      const told = event?.data as LiveEvent & { type: 'message' }
      expect(told.chat).toEqual(await rowOf(key))
      // The visitor's own number; the team's counts notes too.
      expect({ ...told.message, seq: told.shown }).toEqual(data)
      const thread = await app.as('Agent').get<{ messages: Message[] }>('inbox.thread', { chatId: app.seed.chats[key] })
      expect(thread.data.messages.at(-1)).toEqual(told.message)
    }
  })

  it('opens a closed chat again', async () => {
    await app.as('Agent').post('inbox.close', { chatId: app.seed.chats.agents })
    expect((await of('agents').get<Conversation>('visitor.thread')).data.status).toBe('closed')
    await say('agents')
    expect((await of('agents').get<Conversation>('visitor.thread')).data.status).toBe('open')
  })

  it('is the same message when sent again, and takes no id of another', async () => {
    const input = { id: newId(), body: 'Once' }
    const first = await say('help', input)
    const before = await stateOf(app.database)
    expect((await say('help', input)).data).toEqual(first.data)
    // Other words are another message: an answer with the first would lose them.
    expect((await say('help', { ...input, body: 'Twice' })).refusal.code).toBe('CONFLICT')
    expect((await say('sales', input)).refusal.code).toBe('CONFLICT')
    const ours = await app.as('Agent').get<{ messages: Message[] }>('inbox.thread', { chatId: app.seed.chats.help })
    const note = ours.data.messages.find(({ kind }) => kind !== 'message') ?? first.data
    expect((await say('sales', { id: note.id })).refusal.code).toBe('CONFLICT')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('shows the visitor first names, and neither notes nor the team’s doings nor anybody’s email', async () => {
    const { chats, members } = app.seed
    const taken = { chatId: chats.supervisors, memberId: members.Agent.id, from: members.Supervisor.id }
    expect((await app.as('Agent').post('inbox.assign', taken)).status).toBe(200)
    const { data, body } = await of('supervisors').get<Conversation>('visitor.thread')
    expect(data.messages.map(({ kind }) => kind)).toEqual(['message', 'message', 'message', 'message'])
    expect(data.messages[2]?.author.name).toBe('Supervisor')
    expect(JSON.stringify(body)).not.toMatch(/Tester|note|assigned|example\.test|visitor\.test|203\.0/)
  })

  it('remembers how far the visitor has seen, forward only, and tells the team', async () => {
    const before = await clockOf(app.database, app.seed.accountId)
    const { lastSeq } = await rowOf('sales')
    const { messages } = (await of('sales').get<Conversation>('visitor.thread')).data
    const newest = messages.at(-1)?.seq ?? 0
    const seen = async (seq: number) => (await of('sales').post('visitor.seen', { seq })).data
    expect(await seen(1)).toEqual({ seenSeq: 1 })
    expect(await seen(0)).toEqual({ seenSeq: 1 })
    expect(await seen(1_000_000)).toEqual({ seenSeq: newest })
    const told = await toldSince(app.database, app.seed.accountId, before)
    expect(told.map(({ type, data }) => [type, (data as { chat: Chat }).chat.seenSeq])).toEqual([
      ['chat', 1],
      ['chat', lastSeq],
    ])
    expect(told.at(-1)?.data).toMatchObject({ chat: await rowOf('sales') })
  })

  it('numbers by what the visitor sees: how many notes the team writes cannot be counted', async () => {
    const chatId = app.seed.chats.help
    const thread = async () => (await of('help').get<Conversation>('visitor.thread')).data
    const before = await thread()
    for (let n = 0; n < 3; n++) await app.as('Agent').post('inbox.note', { chatId, id: newId(), body: 'Among us' })
    expect(await thread()).toEqual(before)
    const newest = before.messages.at(-1)?.seq ?? 0
    expect((await of('help').post('visitor.seen', { seq: 2_000_000_000 })).data).toEqual({ seenSeq: newest })
    expect((await say('help')).data.seq).toBe(newest + 1)
    await app.as('Agent').post('inbox.reply', { chatId, id: newId(), body: 'For you' })
    const { messages, event } = await thread()
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1))
    expect([event, (await of('help').post('visitor.seen', { seq: event })).data]).toEqual([
      newest + 2,
      { seenSeq: newest + 2 },
    ])
    // The team sees that all of it was seen.
    const row = await rowOf('help')
    expect(row.seenSeq).toBe(row.lastSeq)
  })

  it('refuses a key that is not one, a member, and what does not fit; and writes nothing', async () => {
    const before = await stateOf(app.database)
    const { accountId, contacts } = app.seed
    const other = contacts[0]?.secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const foreign = contacts[0]?.secret.replace(accountId.replaceAll('-', ''), newId().replaceAll('-', ''))
    for (const authorization of [
      `Visitor ${other}`,
      `Visitor ${foreign}`,
      `Bearer ${contacts[0]?.secret}`,
      'Visitor',
      '',
    ]) {
      for (const [path, input] of [
        ['visitor.say', { id: newId(), body: 'x' }],
        ['visitor.seen', { seq: 1 }],
      ] as const) {
        expect((await app.with({ authorization }).post(path, input)).refusal.code).toBe('NOT_SIGNED_IN')
        expect((await app.as('Administrator').post(path, input)).refusal.code).toBe('NOT_SIGNED_IN')
      }
      expect((await app.with({ authorization }).get('visitor.thread')).refusal.code).toBe('NOT_SIGNED_IN')
    }
    for (const bad of [
      { id: 'x' },
      { body: '' },
      { body: 'x'.repeat(10_001) },
      { body: null },
      { chatId: newId() },
      { id: null },
    ]) {
      expect((await say('sales', bad)).refusal.code).toBe('INVALID_INPUT')
    }
    for (const bad of [{}, { seq: -1 }, { seq: '1' }, { seq: 2 ** 31 }, { seq: 1, more: 1 }]) {
      expect((await of('sales').post('visitor.seen', bad)).refusal.code).toBe('INVALID_INPUT')
    }
    expect((await of('sales').get('visitor.thread', { chatId: app.seed.chats.agents })).refusal.code).toBe(
      'INVALID_INPUT',
    )
    expect(await stateOf(app.database)).toEqual(before)
  })
})
