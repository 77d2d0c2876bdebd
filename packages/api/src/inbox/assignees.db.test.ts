import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('inbox.assignees on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  keepsContract(() => app, {
    path: 'inbox.assignees',
    type: 'get',
    line: 'inbox.assign,1,1,1,1,inferred',
    good: () => undefined,
  })

  it('names active members who can open a chat, by id and name alone', async () => {
    const { accountId, members } = app.seed
    await app.database.tenant(accountId, (tx) =>
      tx.updateTable('member').set({ status: 'deactivated' }).where('id', '=', members.Support.id).execute(),
    )
    const { data } = await app.as('Agent').get<{ id: string; name: string }[]>('inbox.assignees')
    // People may see no chats.
    const names = ['Administrator', 'Agent', 'Answers', 'Chats', 'Desk', 'Free', 'Masked', 'Mine', 'Supervisor']
    expect(data).toEqual(names.map((name) => ({ id: members[name]?.id, name: `${name} Tester` })))
  })

  it('refuses one who may not assign', async () => {
    const { refusal } = await app.as('Answers').get('inbox.assignees')
    expect(refusal).toMatchObject({ code: 'PERMISSION_MISSING', permission: 'inbox.assign' })
  })
})
