import { engines } from '@rolecall/db/testing'
import type { ChatRow } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.unread on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  keepsContract(() => app, {
    path: 'inbox.unread',
    type: 'post',
    permission: 'inbox.view',
    good: ({ chats }) => ({ chatId: chats.help }),
    bad: { chatId: ['x', null], memberId: [crypto.randomUUID()] },
    ids: { chatId: (other) => other.chats.agents },
  })

  it('makes the newest message unread again, and nothing that was read less', async () => {
    const chatId = app.seed.chats.agents
    const post = async (role: string, path: string, more = {}) =>
      (await app.as(role).post(path, { chatId, ...more })).data
    const unread = async (role: string) => {
      const { data } = await app.as(role).get<{ rows: ChatRow[] }>('inbox.list', { view: 'all', status: 'open' })
      return data.rows.find(({ id }) => id === chatId)?.unread
    }
    // Never read in: it stays as it is.
    expect(await post('Agent', 'inbox.unread')).toEqual({ count: 0 })
    expect(await unread('Agent')).toBe(2)
    await post('Agent', 'inbox.read', { count: 2 })
    await post('Support', 'inbox.read', { count: 2 })
    expect(await post('Agent', 'inbox.unread')).toEqual({ count: 1 })
    expect(await post('Agent', 'inbox.unread')).toEqual({ count: 1 })
    expect([await unread('Agent'), await unread('Support')]).toEqual([1, 0])
    expect((await app.as('Agent').get<{ count: number }>('inbox.waiting')).data.count).toBeGreaterThan(0)
    expect(await post('Agent', 'inbox.read', { count: 2 })).toEqual({ count: 2 })
    expect(await unread('Agent')).toBe(0)
  })

  it('does not reach a chat out of scope', async () => {
    const before = await stateOf(app.database)
    const { refusal } = await app.as('Mine').post('inbox.unread', { chatId: app.seed.chats.unassigned })
    expect(refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })
})
