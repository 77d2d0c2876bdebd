import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.delete on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const remove = (role: string, chatId: string) => app.as(role).post('inbox.delete', { chatId })

  it('does not reach a chat out of scope', async () => {
    const before = await stateOf(app.database)
    expect((await remove('Mine', app.seed.chats.unassigned)).refusal.code).toBe('NOT_FOUND')
    expect((await remove('Free', app.seed.chats.agents)).refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('erases messages, read marks and the visitor’s key, keeps the contact, tells it and writes it down', async () => {
    const { accountId, chats, contacts, members, departments } = app.seed
    const { id: contactId, secret } = contacts.find(({ chatId }) => chatId === chats.sales) ?? {}
    await app.as('Agent').post('inbox.read', { chatId: chats.sales, count: 1 })
    const before = await clockOf(app.database, accountId)
    expect((await remove('Agent', chats.sales)).data).toEqual({ deleted: true })

    const rest = await app.database.tenant(accountId, async (tx) => ({
      messages: await tx.selectFrom('message').select('id').where('chat_id', '=', chats.sales).execute(),
      reads: await tx.selectFrom('chat_read').select('chat_id').where('chat_id', '=', chats.sales).execute(),
      keys: await tx.selectFrom('visitor').select('id').where('chat_id', '=', chats.sales).execute(),
      contacts: await tx
        .selectFrom('contact')
        .select('id')
        .where('id', '=', contactId ?? '')
        .execute(),
      log: await tx.selectFrom('audit').selectAll().where('action', '=', 'inbox.delete').execute(),
    }))
    expect(rest).toMatchObject({ messages: [], reads: [], keys: [], contacts: [{ id: contactId }] })
    expect(rest.log).toHaveLength(1)
    expect(rest.log[0]).toMatchObject({
      actor_id: members.Agent.id,
      subject_kind: 'chat',
      subject_id: chats.sales,
      detail: { contactId, assigneeId: null, messages: 2 },
    })
    expect(await toldSince(app.database, accountId, before)).toMatchObject([
      {
        type: 'chat.gone',
        chat_id: chats.sales,
        department_id: departments.sales,
        data: { type: 'chat.gone', chatId: chats.sales },
      },
    ])
    const visitor = app.with({ authorization: `Visitor ${secret}` })
    expect((await visitor.get('visitor.thread')).refusal.code).toBe('NOT_SIGNED_IN')
    expect((await visitor.post('visitor.say', { id: crypto.randomUUID(), body: 'x' })).refusal.code).toBe(
      'NOT_SIGNED_IN',
    )
    expect((await remove('Agent', chats.sales)).refusal.code).toBe('NOT_FOUND')
  })

  keepsContract(() => app, {
    path: 'inbox.delete',
    type: 'post',
    permission: 'inbox.delete',
    good: ({ chats }, n) => ({ chatId: [chats.unassigned, chats.agents, chats.supervisors, chats.help][n] }),
    bad: { chatId: ['x', null, 7], chatIds: [[]] },
    ids: { chatId: (other) => other.chats.agents },
  })
})
