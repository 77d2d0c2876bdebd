import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines } from '../matrix/table.ts'
import { newTarget, type Target } from '../matrix/target.ts'
import { send } from './send.ts'
import { get, headOf, post, refused, untouched } from './stage.ts'

describe.each(oneEngine)('an odd request on %s', (engine) => {
  let server: StartedApi
  let target: Target
  beforeAll(async () => {
    server = await startApi(engine)
    target = await newTarget(server)
  })
  afterAll(() => server.close())

  const head = (role = 'Administrator') => headOf(server, role)
  const inputOf = (name: string) => encodeURIComponent(JSON.stringify(lines[name]?.input?.(target) ?? {}))
  const doors = (type: string) => server.api.doors.filter((door) => door.type === type).map(({ name }) => name)

  test('runs no change by GET', () =>
    untouched(server, async () => {
      for (const name of doors('mutation'))
        refused(await get(server, `/trpc/${name}?input=${inputOf(name)}`, head()), 404, 'NOT_FOUND')
    }))

  test('answers no question by POST', () =>
    untouched(server, async () => {
      for (const name of doors('query'))
        refused(await post(server, name, lines[name]?.input?.(target) ?? {}, head()), 404, 'NOT_FOUND')
    }))

  // Fastify routes none of these unless it is told to.
  const unheardOf = ['PROPFIND', 'LOCK', 'PURGE']
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', ...unheardOf])('does nothing by %s', (method) =>
    untouched(server, async () => {
      const body = JSON.stringify({ chatId: target.chatId })
      const by = (path: string) =>
        send(server.url, { method, path, headers: head(), ...(method !== 'HEAD' && { body }) })
      for (const path of ['/trpc/inbox.delete', '/trpc/session.me', '/trpc/nope']) {
        const got = await by(path)
        if (method === 'HEAD') expect(got).toMatchObject({ status: 404, text: '' })
        else if (unheardOf.includes(method)) expect(got.status).toBe(404)
        else refused(got, 404, 'NOT_FOUND')
      }
      // Here it is the host that knows no such route.
      for (const path of ['/auth/sign-out', '/contacts.csv', '/live'])
        expect([path, (await by(path)).status]).toEqual([path, 404])
    }),
  )

  test('names a call of six thousand characters', () =>
    untouched(server, async () => {
      for (const name of ['a'.repeat(6000), 'a.'.repeat(3000), '%61'.repeat(2000), `inbox.delete${'.'.repeat(6000)}`]) {
        refused(await get(server, name, head()), 404, 'NOT_FOUND')
        refused(await post(server, name, { chatId: target.chatId }, head()), 404, 'NOT_FOUND')
      }
    }))

  test.each([
    'nope',
    'inbox',
    'inbox.',
    '.inbox',
    'inbox.nope',
    'inbox.delete.call',
    'Inbox.delete',
    'inbox.DELETE',
    ' inbox.delete',
    'inbox.delete%00',
    'inbox%2edelete%20',
    'inbox/delete',
    '../trpc/nope',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'inbox.__proto__',
    'inbox.constructor',
    '_def',
    '_def.procedures',
    'createCaller',
    '%F0%9F%92%A9',
    '',
  ])('names the unknown call "%s"', (name) =>
    untouched(server, async () => {
      const path = `/trpc/${name.replaceAll(' ', '%20')}`
      refused(await get(server, path, head()), 404, 'NOT_FOUND')
      refused(await post(server, path, { chatId: target.chatId }, head()), 404, 'NOT_FOUND')
    }),
  )

  test('has an input that is no JSON, or two of them', () =>
    untouched(server, async () => {
      const id = encodeURIComponent(JSON.stringify({ chatId: target.chatId }))
      for (const query of ['input=', 'input={', `input=${id}&input=${id}`, 'input[chatId]=x', `input=${id}x`])
        refused(await get(server, `/trpc/inbox.thread?${query}`, head()), 400, 'INVALID_INPUT')
    }))

  test('keeps nobody from the next one', async () => {
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
  })
})
