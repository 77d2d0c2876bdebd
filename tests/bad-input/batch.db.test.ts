import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTarget, type Target } from '../matrix/target.ts'
import { get, headOf, post, refused, untouched } from './stage.ts'

describe.each(oneEngine)('a batch on %s', (engine) => {
  let server: StartedApi
  let target: Target
  beforeAll(async () => {
    server = await startApi(engine)
    target = await newTarget(server)
  })
  afterAll(() => server.close())

  const head = (role = 'Administrator') => headOf(server, role)
  const batch = (names: string[]) => `/trpc/${names.join(',')}?batch=1`

  test('of twenty-one calls: none of them runs', () =>
    untouched(server, async () => {
      const names = Array<string>(21).fill('inbox.delete')
      const inputs = Object.fromEntries(names.map((_, n) => [n, { chatId: target.chatId }]))
      refused(await post(server, batch(names), inputs, head()), 400, 'INVALID_INPUT')
      refused(await get(server, batch(Array<string>(21).fill('session.me')), head()), 400, 'INVALID_INPUT')
      refused(await get(server, batch(Array<string>(2000).fill('')), head()), 400, 'INVALID_INPUT')
    }))

  test('with one call denied: the others run, the denied one leaves nothing', async () => {
    const [first, second] = [await newTarget(server), await newTarget(server)]
    const names = ['inbox.close', 'inbox.delete', 'contacts.edit', 'nope', 'inbox.close']
    const inputs = {
      0: { chatId: first.chatId },
      1: { chatId: second.chatId },
      2: { contactId: first.contactId, name: 'Renamed in a batch' },
      3: {},
      4: { chatId: 'no id' },
    }
    const { status, text } = await post(server, batch(names), inputs, head('Support'))
    expect(status).toBe(207)
    expect(JSON.parse(text)).toMatchObject([
      { result: { data: { id: first.chatId, status: 'closed' } } },
      { error: { data: { httpStatus: 403, refusal: { code: 'PERMISSION_MISSING', permission: 'inbox.delete' } } } },
      { result: { data: { name: 'Renamed in a batch' } } },
      { error: { data: { httpStatus: 404, refusal: { code: 'NOT_FOUND' } } } },
      { error: { data: { httpStatus: 400, refusal: { code: 'INVALID_INPUT' } } } },
    ])
    const left = await get(server, 'inbox.thread', head(), { chatId: second.chatId })
    expect(left.status).toBe(200)
  })

  test('of calls that are all denied: nothing is left of it', () =>
    untouched(server, async () => {
      const names = ['inbox.delete', 'contacts.delete', 'switches.setOnline']
      const inputs = { 0: { chatId: target.chatId }, 1: { contactId: target.contactId }, 2: { online: false } }
      const { status, text } = await post(server, batch(names), inputs, head('Support'))
      expect(status).toBe(403)
      for (const { error } of JSON.parse(text)) expect(error.data.refusal.code).toBe('PERMISSION_MISSING')
    }))

  test('whose inputs are no object by number', () =>
    untouched(server, async () => {
      for (const inputs of ['[]', '"x"', '7', '[{"chatId":"x"}]'])
        refused(await post(server, batch(['inbox.close']), inputs, head()), 400, 'INVALID_INPUT')
    }))

  test('that says so in other words is none', () =>
    untouched(server, async () => {
      for (const query of ['batch=true', 'batch=01', 'batch=1&batch=1', 'batch[]=1', 'BATCH=1'])
        refused(await get(server, `/trpc/session.me,session.me?${query}`, head()), 404, 'NOT_FOUND')
    }))
})
