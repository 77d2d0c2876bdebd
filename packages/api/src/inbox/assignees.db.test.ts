import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

type Assignees = Record<'members' | 'departments', { id: string; name: string }[]>

describe.each(engines)('inbox.assignees on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  keepsContract(() => app, {
    path: 'inbox.assignees',
    type: 'get',
    permission: 'inbox.assign',
    good: () => undefined,
  })

  it('names active members who can open a chat, by id and name alone', async () => {
    const { accountId, members } = app.seed
    await app.database.tenant(accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', members.Support.id).execute(),
    )
    const { data } = await app.as('Agent').get<Assignees>('inbox.assignees')
    // People may see no chats.
    const names = ['Administrator', 'Agent', 'Answers', 'Chats', 'Desk', 'Free', 'Masked', 'Mine', 'Supervisor']
    expect(data.members).toEqual(names.map((name) => ({ id: members[name]?.id, name: `${name} Tester` })))
    // All of them, also for who sees none: a chat is handed to others.
    const { departments } = app.seed
    const all = ['help', 'sales'] as const
    expect(data.departments).toEqual(all.map((name) => ({ id: departments[name], name })))
    expect((await app.as('Mine').get<Assignees>('inbox.assignees')).data.departments).toEqual(data.departments)
  })

  it('counts what is held beside the role, and a chat is given to whoever is named', async () => {
    const { accountId, members, chats } = app.seed
    await app.database.tenant(accountId, (tx) =>
      tx.updateTable('member').set({ status: 'active' }).where('id', '=', members.Support.id).execute(),
    )
    const [memberId, chatId] = [members['People']?.id, chats.unassigned]
    const given = { memberId, permission: 'inbox.view', roleId: null, until: null, reason: '' }
    expect((await app.as('Administrator').post('inbox.assign', { chatId, memberId, from: null })).status).toBe(404)
    expect((await app.as('Administrator').post('access.give', given)).status).toBe(200)
    const { data } = await app.as('Administrator').get<Assignees>('inbox.assignees')
    expect(data.members.map(({ id }) => id)).toContain(memberId)
    expect((await app.as('Administrator').post('inbox.assign', { chatId, memberId, from: null })).status).toBe(200)
    expect((await app.as('People').get('inbox.thread', { chatId })).status).toBe(200)
  })

  it('refuses one who may not assign', async () => {
    const { refusal } = await app.as('Answers').get('inbox.assignees')
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.assign' })
  })
})
