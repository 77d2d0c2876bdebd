import { engines } from '@rolecall/db/testing'
import type { Conversation, Message } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

const newId = () => crypto.randomUUID()

describe.each(engines)('inbox.note on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  keepsContract(() => app, {
    path: 'inbox.note',
    type: 'post',
    permission: 'inbox.reply',
    good: ({ chats }) => ({ chatId: chats.closed, id: newId(), body: 'For us' }),
    bad: { chatId: ['x', null], id: ['x', null], body: ['', null, 'x'.repeat(10_001)] },
    ids: { chatId: (other) => other.chats.agents },
  })

  it('is for the team: no preview, no first answer, neither taken nor reopened, never shown to the visitor', async () => {
    const { accountId, chats, contacts } = app.seed
    const chatOf = (id: string) =>
      app.database.tenant(accountId, (tx) =>
        tx.selectFrom('chat').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      )
    const before = await chatOf(chats.unassigned)
    const body = 'never for the visitor'
    const { data } = await app.as('Agent').post<Message>('inbox.note', { chatId: chats.unassigned, id: newId(), body })
    expect(data).toMatchObject({ kind: 'note', body, seq: 3 })
    const after = await chatOf(chats.unassigned)
    expect(after).toEqual({ ...before, last_seq: 3, active_at: after.active_at })
    expect(after.active_at.getTime()).toBeGreaterThan(before.active_at.getTime())
    expect((await chatOf(chats.closed)).status).toBe('closed')

    const secret = contacts.find(({ chatId }) => chatId === chats.unassigned)?.secret
    const thread = await app.with({ authorization: `Visitor ${secret}` }).get<Conversation>('visitor.thread')
    expect(thread.data.messages.map(({ seq }) => seq)).toEqual([1, 2])
    expect(JSON.stringify(thread.body)).not.toContain(body)
  })

  it('is the same note when sent again', async () => {
    const input = { chatId: app.seed.chats.agents, id: newId(), body: 'Once' }
    const first = await app.as('Agent').post('inbox.note', input)
    expect((await app.as('Agent').post('inbox.note', input)).data).toEqual(first.data)
  })
})
