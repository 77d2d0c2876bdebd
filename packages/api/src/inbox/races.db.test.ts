import type { Chat, LiveEvent, Message } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../testing/calls.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

// On real PostgreSQL only: with one connection everything takes turns anyway.

const newId = () => crypto.randomUUID()
const dense = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

describe('at once, on postgres', () => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi('postgres', { poolSize: 20 })
  })
  afterAll(() => app.close())

  const linesOf = (chatId: string) =>
    app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('message').selectAll().where('chat_id', '=', chatId).orderBy('seq').execute(),
    )
  const chatOf = (chatId: string) =>
    app.database.tenant(app.seed.accountId, (tx) =>
      tx.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirst(),
    )
  const visitorOf = (chatId: string) => {
    const contact = app.seed.contacts.find((one) => one.chatId === chatId)
    return app.with({ authorization: `Visitor ${contact?.secret}` })
  }
  const fine = (answers: Answer[]) =>
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])

  it('240 visitor messages, 120 replies and notes and their retries make one dense thread', async () => {
    const { agents: chatId } = app.seed.chats
    const before = await linesOf(chatId)
    const clock = await clockOf(app.database, app.seed.accountId)
    const visitor = visitorOf(chatId)
    const jobs = Array.from({ length: 360 }, (_, n) => {
      const said = { id: newId(), body: `Message ${n}` }
      if (n % 3 < 2) return () => visitor.post<Message>('visitor.say', said)
      const path = n % 2 ? 'inbox.reply' : 'inbox.note'
      return () => app.as(n % 4 ? 'Agent' : 'Supervisor').post<Message>(path, { chatId, ...said })
    })
    // Every fifth is sent twice at the same moment, as a client does that lost the answer.
    const sent = jobs.flatMap((job, n) => (n % 5 ? [job] : [job, job]))
    // All of them wait for the same chat: more would, on a slow machine, wait until they are given up.
    const answers: Answer<Message>[] = []
    for (let n = 0; n < sent.length; n += 12)
      answers.push(...(await Promise.all(sent.slice(n, n + 12).map((job) => job()))))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))

    const lines = await linesOf(chatId)
    expect(lines.map(({ seq }) => seq)).toEqual(dense(before.length + 360))
    const acknowledged = new Map(answers.map(({ data }) => [data.id, data.seq]))
    expect(acknowledged.size).toBe(360)
    // A visitor is told their own number.
    for (const { id, seq, shown, author_kind } of lines.slice(before.length))
      expect(acknowledged.get(id)).toBe(author_kind === 'visitor' ? shown : seq)
    expect(await chatOf(chatId)).toMatchObject({ last_seq: lines.length, visitor_count: 242 })

    const told = await toldSince(app.database, app.seed.accountId, clock)
    expect(told.map(({ id }) => id)).toEqual(dense(360).map((n) => clock + n))
    const order = told.map(({ data }) => (data as LiveEvent & { type: 'message' }).message.seq)
    expect(order).toEqual(dense(360).map((n) => before.length + n))
  })

  it('ten who take a chat at once: one has it, nine hear who', async () => {
    const { members, chats } = app.seed
    const takers = (['Agent', 'Supervisor', 'Support', 'Administrator'] as const).map((role) => ({
      role,
      ...members[role],
    }))
    for (let round = 0; round < 50; round++) {
      const clock = await clockOf(app.database, app.seed.accountId)
      const from = (await chatOf(chats.help))?.assignee_id ?? null
      // Nobody takes what is theirs; each of the others tries up to four times at once, as impatient people do.
      const tries = Array.from({ length: 10 }, (_, n) => takers.filter(({ id }) => id !== from)[n % 3])
      const answers = await Promise.all(
        tries.map((one) =>
          app
            .as(one?.role ?? '')
            .post<Chat>('inbox.assign', { chatId: chats.help, memberId: one?.id, from })
            .then((answer) => ({ ...answer, by: one?.id })),
        ),
      )
      const told = await toldSince(app.database, app.seed.accountId, clock)
      expect(told.map(({ was_assignee_id, moved }) => [was_assignee_id, moved])).toEqual([[from, true]])
      const holder = takers.find(({ id }) => id === told[0]?.assignee_id)
      expect((await chatOf(chats.help))?.assignee_id).toBe(holder?.id)
      for (const { status, refusal, by } of answers) {
        expect(status).toBe(by === holder?.id ? 200 : 409)
        if (refusal)
          expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(`${holder?.name}`) })
      }
    }
  })

  it('two who answer a free chat: one takes it, both are heard', async () => {
    const { chats, members } = app.seed
    for (let round = 0; round < 30; round++) {
      const held = (await chatOf(chats.sales))?.assignee_id ?? null
      await app.as('Administrator').post('inbox.assign', { chatId: chats.sales, memberId: null, from: held })
      const from = (await linesOf(chats.sales)).length
      await Promise.all(
        ['Agent', 'Supervisor'].map((role) =>
          app.as(role).post('inbox.reply', { chatId: chats.sales, id: newId(), body: role }),
        ),
      )
      const lines = (await linesOf(chats.sales)).slice(from)
      expect(lines.map(({ kind }) => kind)).toEqual(['event', 'message', 'message'])
      expect((await chatOf(chats.sales))?.assignee_id).toBe(lines[1]?.author_id)
      expect([members.Agent.id, members.Supervisor.id]).toContain(lines[1]?.author_id)
    }
  })

  it('a delete amid replies and visitor messages leaves nothing behind, and is the last that is told', async () => {
    const { accountId } = app.seed
    for (let round = 0; round < 20; round++) {
      const begun = await app.with({}).post<{ secret: string; conversation: { chatId: string } }>('visitor.start', {
        account: accountId,
        id: newId(),
        body: 'Hi',
      })
      const { chatId } = begun.data.conversation
      const visitor = app.with({ authorization: `Visitor ${begun.data.secret}` })
      const clock = await clockOf(app.database, accountId)
      const answers = await Promise.all([
        ...dense(4).map((n) => app.as('Agent').post('inbox.reply', { chatId, id: newId(), body: `${n}` })),
        ...dense(4).map((n) => visitor.post('visitor.say', { id: newId(), body: `${n}` })),
        app.as('Administrator').post('inbox.read', { chatId, count: 1 }),
        round % 2 ? app.as('Supervisor').post('inbox.delete', { chatId }) : deleteContactOf(chatId),
        visitor.post('visitor.seen', { seq: 1 }),
        app.as('Agent').post('inbox.assign', { chatId, memberId: app.seed.members.Agent.id, from: null }),
      ])
      fine(answers)
      for (const { refusal } of answers) if (refusal) expect(['NOT_FOUND', 'NOT_SIGNED_IN']).toContain(refusal.code)
      expect(await linesOf(chatId)).toEqual([])
      expect(await chatOf(chatId)).toBeUndefined()
      const told = (await toldSince(app.database, accountId, clock)).filter(
        ({ chat_id, type }) => chat_id === chatId && type !== 'contact.gone',
      )
      // What was told before says it too, and nothing came after: it would say something else.
      expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['chat.gone']))
    }
    async function deleteContactOf(chatId: string) {
      const { data } = await app.as('Agent').get<{ chat: { contact: { id: string } } }>('inbox.thread', { chatId })
      return app.as('Supervisor').post('contacts.delete', { contactId: data.chat.contact.id })
    }
  })
})
