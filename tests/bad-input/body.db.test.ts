import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines } from '../matrix/table.ts'
import { newTarget, type Target } from '../matrix/target.ts'
import { changes, headOf, post, refused, untouched } from './stage.ts'

describe.each(oneEngine)('a bad body on %s', (engine) => {
  let server: StartedApi
  let target: Target
  beforeAll(async () => {
    server = await startApi(engine)
    target = await newTarget(server)
  })
  afterAll(() => server.close())

  const head = (otherwise: Record<string, string | undefined> = {}) => headOf(server, 'Administrator', otherwise)
  const reply = (body: string) => ({ chatId: server.seed.chats.unassigned, id: crypto.randomUUID(), body })

  test('of more than a megabyte is too large, whoever sends it', () =>
    untouched(server, async () => {
      const large = reply('x'.repeat(1_000_001))
      refused(await post(server, 'inbox.reply', large, head()), 413, 'TOO_LARGE')
      refused(await post(server, 'inbox.reply', large, head({ cookie: undefined })), 413, 'TOO_LARGE')
      refused(await post(server, '/auth/sign-in/email', large, head()), 413, 'TOO_LARGE')
    }))

  test('of more than a megabyte is too large also when it does not say its length', () =>
    untouched(server, async () => {
      const chunked = head({ 'transfer-encoding': 'chunked' })
      refused(await post(server, 'inbox.reply', reply('x'.repeat(1_000_001)), chunked), 413, 'TOO_LARGE')
    }))

  test('of just under a megabyte is read, and refused for its text of more than 10,000 characters', () =>
    untouched(server, async () => {
      const refusal = refused(
        await post(server, 'inbox.reply', reply('x'.repeat(999_000)), head()),
        400,
        'INVALID_INPUT',
      )
      expect(refusal.fields).toMatchObject([{ path: 'body' }])
    }))

  test.each([
    ['ends too soon', '{"chatId":'],
    ['goes on after its end', '{}{}'],
    ['has a trailing comma', '{"chatId":"x",}'],
    ['is no text', '\0'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['is a number beyond all numbers', '1e999'],
    ['sets a prototype', '{"__proto__":{"chatId":"x"}}'],
    ['sets a constructor', '{"constructor":{"prototype":{"chatId":"x"}}}'],
    ['is a thousand levels deep', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['is three hundred thousand levels deep', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
    ['is XML', '<?xml version="1.0"?><chatId/>'],
  ])('that %s is refused', (_, text) =>
    untouched(server, async () => void refused(await post(server, 'inbox.close', text, head()), 400, 'INVALID_INPUT')),
  )

  test('compressed in a way that nobody unpacks is refused', () =>
    untouched(server, async () => {
      const packed = Buffer.from('1f8b0800000000000003abae0500', 'hex')
      const got = await post(server, 'inbox.close', packed, head({ 'content-encoding': 'gzip' }))
      refused(got, 400, 'INVALID_INPUT')
    }))

  test('with one key too many is refused by every change, whatever the key says', async () => {
    for (const name of changes(server).filter((name) => !name.startsWith('/'))) {
      const target = await newTarget(server)
      await untouched(server, async () => {
        const key = { cookie: undefined, authorization: `Visitor ${target.secret}` }
        const sender = name.startsWith('visitor.') ? head(key) : head()
        for (const surplus of ['accountId', 'role', 'permissions', 'plan', 'toString', '']) {
          const input = { ...(lines[name]?.input?.(target) as object), [surplus]: server.seed.accountId }
          refused(await post(server, name, input, sender), 400, 'INVALID_INPUT')
        }
      })
      await server.database.db.deleteFrom('attempt').execute()
    }
  })

  test('with one key too many is refused at the sign-in, too', () =>
    untouched(server, async () => {
      const { email } = server.seed.members.Agent
      const bodies = {
        '/auth/sign-in/email': { email, password: 'x', rememberMe: true },
        '/auth/switch': { memberId: server.seed.members.Agent.id, accountId: server.seed.accountId },
        '/auth/request-password-reset': { email, callbackURL: 'https://evil.example' },
        '/auth/reset-password': { newPassword: 'long enough', token: 'x', userId: 'x' },
      }
      for (const [path, body] of Object.entries(bodies))
        refused(await post(server, path, body, head({ cookie: undefined })), 400, 'INVALID_INPUT')
    }))

  const contentTypes = [
    'text/plain',
    'text/plain;application/json',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'text/json',
    'application/jsonp',
    'application/vnd.api+json',
    'application/json, text/plain',
    '',
    undefined,
  ]
  test.each(contentTypes)('called "%s" is refused by every change, before anybody reads it', (type) =>
    untouched(server, async () => {
      for (const name of changes(server)) {
        const body = JSON.stringify(lines[name]?.input?.(target) ?? {})
        refused(await post(server, name, body, head({ 'content-type': type })), 415, 'WRONG_CONTENT_TYPE')
      }
    }),
  )

  test('none of which keeps the server from the next call', async () => {
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
  })
})
