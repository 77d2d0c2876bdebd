import { engines } from '@rolecall/db/testing'
import type { Chat } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { clockOf, toldSince } from '../testing/outbox.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.move on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  const move = (role: string, chatId: string, departmentId: string | null, from: string | null) =>
    app.as(role).post<Chat>('inbox.move', { chatId, departmentId, from })

  keepsContract(() => app, {
    path: 'inbox.move',
    type: 'post',
    permission: 'inbox.assign',
    good: ({ chats, departments }) => ({ chatId: chats.help, departmentId: departments.help, from: departments.help }),
    bad: { chatId: ['x', null], departmentId: ['x', 7, undefined], from: ['x', undefined], memberId: [null] },
    ids: { chatId: (other) => other.chats.help, departmentId: (other) => other.departments.help },
  })

  it('hands a chat to a department: whoever is of it keeps it, who is not has it no longer', async () => {
    const { accountId, chats, members, departments } = app.seed
    const { sales, help } = departments
    const before = await clockOf(app.database, accountId)
    expect((await move('Support', chats.agents, sales, null)).data).toMatchObject({
      assignee: { id: members.Agent.id },
      department: { id: sales, name: 'sales' },
    })
    const moved = await move('Supervisor', chats.agents, help, sales)
    expect(moved.data).toMatchObject({ assignee: null, department: { id: help, name: 'help' } })
    expect((await move('Supervisor', chats.agents, null, help)).data).toMatchObject({
      assignee: null,
      department: null,
    })

    const told = await toldSince(app.database, accountId, before)
    expect(told.map((event) => [event.moved, event.was_department_id, event.department_id, event.assignee_id])).toEqual(
      [
        [true, null, sales, members.Agent.id],
        [true, sales, help, null],
        [true, help, null, null],
      ],
    )
    const { data } = await app.as('Supervisor').get<{ messages: { kind: string; body: string }[] }>('inbox.thread', {
      chatId: chats.agents,
    })
    expect(data.messages.filter(({ kind }) => kind === 'event').map(({ body }) => body)).toEqual([
      'Support Tester moved the chat to sales',
      'Supervisor Tester moved the chat to help',
      'Supervisor Tester took the chat out of its department',
    ])
    const log = await app.database.tenant(accountId, (tx) =>
      tx.selectFrom('audit').select('detail').where('action', '=', 'inbox.move').orderBy('at').execute(),
    )
    expect(log.map(({ detail }) => detail)).toEqual([
      { from: null, to: sales, freed: null },
      { from: sales, to: help, freed: members.Agent.id },
      { from: help, to: null, freed: null },
    ])
  })

  it('refuses who saw it elsewhere, and changes nothing where it is there already', async () => {
    const { chats, departments } = app.seed
    const before = await stateOf(app.database)
    const late = await move('Supervisor', chats.sales, departments.help, null)
    expect([late.status, late.refusal.code]).toEqual([409, 'CONFLICT'])
    expect(late.refusal.message).toMatch(/^This chat is in sales now/)
    const none = await move('Supervisor', chats.unassigned, departments.help, departments.sales)
    expect([none.status, none.refusal.message]).toEqual([409, expect.stringMatching(/no department/)])
    expect((await move('Supervisor', chats.sales, departments.sales, null)).status).toBe(200)
    expect(await stateOf(app.database)).toEqual(before)
  })

  it('lets a chat leave the sight of who moves it, and of nobody who has it assigned', async () => {
    const { chats, departments, members } = app.seed
    const desk = members['Desk']?.id ?? ''
    await app.database.tenant(app.seed.accountId, (tx) =>
      tx
        .insertInto('department_member')
        .values({ account_id: app.seed.accountId, department_id: departments.sales, member_id: desk })
        .execute(),
    )
    expect((await app.as('Desk').get('inbox.thread', { chatId: chats.sales })).status).toBe(200)
    expect((await move('Desk', chats.sales, departments.help, departments.sales)).data.department?.name).toBe('help')
    expect((await app.as('Desk').get('inbox.thread', { chatId: chats.sales })).status).toBe(404)
    expect((await move('Desk', chats.sales, departments.sales, departments.help)).status).toBe(404)
  })
})
