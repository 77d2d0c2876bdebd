import { engines } from '@rolecall/db/testing'
import type { Chat } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.close and inbox.reopen on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  for (const path of ['inbox.close', 'inbox.reopen']) {
    keepsContract(() => app, {
      path,
      type: 'post',
      permission: 'inbox.close',
      good: ({ chats }) => ({ chatId: chats.help }),
      bad: { chatId: ['x', null, 7], status: ['closed'] },
      ids: { chatId: (other) => other.chats.agents },
    })
  }

  it('close and open again, and tell the team and the visitor', async () => {
    const { accountId, chats } = app.seed
    const before = await clockOf(app.database, accountId)
    const closed = await app.as('Agent').post<Chat>('inbox.close', { chatId: chats.sales })
    expect(closed.data.status).toBe('closed')
    const opened = await app.as('Support').post<Chat>('inbox.reopen', { chatId: chats.sales })
    expect(opened.data.status).toBe('open')
    const told = await toldSince(app.database, accountId, before)
    expect(told.map(({ type }) => type)).toEqual(['message', 'chat', 'message', 'chat'])
    expect(told.map(({ data }) => (data as { chat: Chat }).chat.status)).toEqual(['closed', 'closed', 'open', 'open'])
    const lines = await app.database.tenant(accountId, (tx) =>
      tx
        .selectFrom('message')
        .select('body')
        .where('chat_id', '=', chats.sales)
        .where('kind', '=', 'event')
        .orderBy('seq')
        .execute(),
    )
    expect(lines.map(({ body }) => body)).toEqual(['Agent Tester closed the chat', 'Support Tester reopened the chat'])
  })

  it('change nothing twice', async () => {
    const { chats } = app.seed
    const before = await stateOf(app.database)
    expect((await app.as('Agent').post<Chat>('inbox.close', { chatId: chats.closed })).data.status).toBe('closed')
    expect((await app.as('Agent').post<Chat>('inbox.reopen', { chatId: chats.agents })).data.status).toBe('open')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('do not reach a chat out of scope, nor serve who may only answer', async () => {
    const { chats } = app.seed
    const before = await stateOf(app.database)
    expect((await app.as('Mine').post('inbox.close', { chatId: chats.unassigned })).refusal.code).toBe('NOT_FOUND')
    expect((await app.as('Desk').post('inbox.reopen', { chatId: chats.closed })).refusal.code).toBe('NOT_FOUND')
    const { refusal } = await app.as('Answers').post('inbox.close', { chatId: chats.unassigned })
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.close', role: 'Answers' })
    expect(await stateOf(app.database)).toEqual(before)
  })
})
