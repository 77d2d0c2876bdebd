import { engines } from '@rolecall/db/testing'
import type { ChatRow } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepsContract } from '../testing/contract.ts'
import { narrowRoles } from '../testing/roles.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { stateOf } from '../testing/state.ts'

describe.each(engines)('inbox.read on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine, { seed: { roles: narrowRoles } })
  })
  afterAll(() => app.close())

  keepsContract(() => app, {
    path: 'inbox.read',
    type: 'post',
    permission: 'inbox.view',
    good: ({ chats }) => ({ chatId: chats.help, count: 0 }),
    bad: { chatId: ['x', null], count: [-1, 1.5, '1', null, 2 ** 31], memberId: [crypto.randomUUID()] },
    ids: { chatId: (other) => other.chats.agents },
  })

  it('counts down, never up, never past the end, each member for themselves', async () => {
    const chatId = app.seed.chats.agents
    const read = async (role: string, count: number) => (await app.as(role).post('inbox.read', { chatId, count })).data
    const unread = async (role: string) => {
      const { data } = await app.as(role).get<{ rows: ChatRow[] }>('inbox.list', { view: 'all', status: 'open' })
      return data.rows.find(({ id }) => id === chatId)?.unread
    }
    expect(await read('Agent', 1)).toEqual({ count: 1 })
    expect(await read('Agent', 0)).toEqual({ count: 1 })
    expect(await unread('Agent')).toBe(1)
    expect(await read('Agent', 1_000_000)).toEqual({ count: 2 })
    expect(await unread('Agent')).toBe(0)
    expect(await unread('Support')).toBe(2)

    const { secret } = app.seed.contacts.find((contact) => contact.chatId === chatId) ?? {}
    await app
      .with({ authorization: `Visitor ${secret}` })
      .post('visitor.say', { id: crypto.randomUUID(), body: 'More' })
    expect(await unread('Agent')).toBe(1)
    expect(await unread('Support')).toBe(3)
  })

  it('does not reach a chat out of scope', async () => {
    const before = await stateOf(app.database)
    const { refusal } = await app.as('Mine').post('inbox.read', { chatId: app.seed.chats.unassigned, count: 2 })
    expect(refusal.code).toBe('NOT_FOUND')
    expect(await stateOf(app.database)).toEqual(before)
  })
})
