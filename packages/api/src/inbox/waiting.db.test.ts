import { engines } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

describe.each(engines)('inbox.waiting on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  keepsContract(() => app, { path: 'inbox.waiting', type: 'get', permission: 'inbox.view', good: () => undefined })

  it('counts what is unread and waits for oneself or for anybody, within what one sees', async () => {
    const { chats } = app.seed
    const waiting = async (role: string) => (await app.as(role).get<{ count: number }>('inbox.waiting')).data.count
    // Three of nobody's, and their own.
    expect([await waiting('Agent'), await waiting('Administrator'), await waiting('Mine')]).toEqual([4, 3, 0])
    await app.as('Agent').post('inbox.read', { chatId: chats.agents, count: 2 })
    await app.as('Agent').post('inbox.read', { chatId: chats.help, count: 1 })
    expect([await waiting('Agent'), await waiting('Administrator')]).toEqual([3, 3])
    await app.as('Agent').post('inbox.read', { chatId: chats.help, count: 2 })
    await app.as('Administrator').post('inbox.close', { chatId: chats.sales })
    expect([await waiting('Agent'), await waiting('Administrator')]).toEqual([1, 2])
  })
})
