import { randomUUID } from 'node:crypto'
import { engines, seedAccount } from '@rolecall/db/testing'
import type { Refusal, Started } from '@rolecall/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyCookie } from '../guard/kept-key.ts'
import { type StartedApi, startApi } from '../testing/start.ts'

interface Answer {
  result?: { data: unknown }
  error?: { data: { refusal: Refusal } }
}

describe.each(engines)('visitor.key on %s', (engine) => {
  let app: StartedApi
  beforeAll(async () => {
    app = await startApi(engine)
  })
  afterAll(() => app.close())

  const ask = async (path: string, input: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${app.url}/trpc/visitor.${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url, ...headers },
      body: JSON.stringify(input),
    })
    const { result, error } = (await answer.json()) as Answer
    return {
      status: answer.status,
      headers: answer.headers,
      data: result?.data as Started,
      code: error?.data.refusal.code,
    }
  }
  const account = () => app.seed.accountId
  const begin = async (path: string, more: object = {}) => {
    const begun = await ask(path, { account: account(), id: randomUUID(), body: 'Hello', ...more })
    const line = begun.headers.getSetCookie()[0] ?? ''
    return { ...begun, line, cookie: line.split(';')[0] ?? '' }
  }
  const keyOf = (cookie: string, of = account()) => ask('key', { account: of }, { cookie })
  /** The line that takes the cookie away. */
  const ended = (headers: Headers) => expect(headers.getSetCookie()).toEqual([expect.stringContaining('=; Max-Age=0;')])

  it.each([
    ['start', {}],
    ['offline', { name: 'Ana', email: 'ana@example.com' }],
  ])('gives back what visitor.%s has put into the cookie, and prolongs it', async (path, more) => {
    const { line, cookie, data } = await begin(path, more)
    expect(cookie).toBe(`rolecall.visitor.${account().replaceAll('-', '')}=${data.secret.slice(-43)}`)
    expect(line.split('; ').slice(1)).toEqual([
      'Max-Age=15552000',
      'Path=/',
      'HttpOnly',
      'Secure',
      'SameSite=None',
      'Partitioned',
    ])
    const known = await keyOf(`theme=dark; ${cookie}`)
    expect(known.data).toEqual({ secret: data.secret })
    expect(known.headers.getSetCookie()).toEqual([line])
  })

  it('sets it again where a lost answer is asked for once more', async () => {
    const first = { id: randomUUID(), secret: 'a'.repeat(43) }
    const { line } = await begin('start', first)
    expect((await begin('start', first)).line).toBe(line)
  })

  it('is bound to the host on https, and has no name in common with another account', () => {
    const { nameOf, line } = keyCookie('https://chat.example.com')
    expect(line('a-b', 'x', 1)).toMatch(/^__Host-rolecall\.visitor\.ab=x;/)
    expect(nameOf('a-c')).not.toBe(nameOf('a-b'))
  })

  it.each(['', 'theme=dark', 'x'])('knows of none in %j, and sets none', async (cookie) => {
    const { data, headers } = await keyOf(cookie)
    expect([data, headers.getSetCookie()]).toEqual([{ secret: null }, []])
  })

  it('does not give one account’s key to the widget of another', async () => {
    const { cookie, data } = await begin('start')
    const other = await seedAccount(app.database)
    expect((await keyOf(cookie, other.accountId)).data).toEqual({ secret: null })
    const forged = keyCookie(app.url).line(other.accountId, data.secret.slice(-43), 1)
    const { data: none, headers } = await keyOf(forged.split(';')[0] ?? '', other.accountId)
    expect(none).toEqual({ secret: null })
    ended(headers)
  })

  it('is the only call that the cookie opens: every other wants the key in a header', async () => {
    const { cookie, data } = await begin('start')
    const calls = [
      ['POST', '/trpc/visitor.say', { id: randomUUID(), body: 'forged' }],
      ['POST', '/trpc/visitor.seen', { seq: 1 }],
      ['GET', '/trpc/visitor.thread'],
      ['GET', '/visitor/live?after=0'],
    ] as const
    for (const [method, path, body] of calls) {
      const json = { 'content-type': 'application/json', origin: app.url, cookie }
      const answer = await fetch(app.url + path, { method, headers: json, ...(body && { body: JSON.stringify(body) }) })
      expect([path, answer.status]).toEqual([path, 401])
    }
    for (const { name, type } of app.api.doors) {
      const { callers } = app.api.doors.find((door) => door.name === name) as { callers: { kind: string } }
      if (type !== 'mutation' || callers.kind === 'anyone') continue
      expect([name, (await app.with({ cookie }).post(name, {})).status]).not.toEqual([name, 200])
    }
    const { messages } = (
      await app.with({ authorization: `Visitor ${data.secret}` }).get<{ messages: unknown[] }>('visitor.thread')
    ).data
    expect(messages).toHaveLength(1)
  })

  it.each(['key', 'forget'])(
    'takes %s from no page of somebody else, the one around the panel included',
    async (path) => {
      const { cookie } = await begin('start')
      for (const foreign of [{ origin: 'https://shop.example' }, { origin: 'null' }]) {
        const { status, headers, code, data } = await ask(path, { account: account() }, { cookie, ...foreign })
        expect([status, code, data, headers.getSetCookie()]).toEqual([403, 'WRONG_ORIGIN', undefined, []])
        expect(headers.get('access-control-allow-origin')).toBeNull()
        expect(headers.get('access-control-allow-credentials')).toBeNull()
        expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
      const asked = { origin: 'https://shop.example', 'access-control-request-method': 'POST' }
      const preflight = await fetch(`${app.url}/trpc/visitor.${path}`, { method: 'OPTIONS', headers: asked })
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
      // Without a preflight a browser sends only what is no JSON.
      expect((await ask(path, { account: account() }, { cookie, 'content-type': 'text/plain' })).status).toBe(415)
      expect((await app.with({ cookie }).get(`visitor.${path}`, { account: account() })).status).toBe(404)
    },
  )

  it('ends with the visitor, and when it is told to', async () => {
    const { cookie, data } = await begin('start')
    const forgotten = await ask('forget', { account: account() }, { cookie })
    ended(forgotten.headers)
    const chatId = data.conversation.chatId
    const { contact_id } = await app.database.tenant(account(), (tx) =>
      tx.selectFrom('chat').select('contact_id').where('id', '=', chatId).executeTakeFirstOrThrow(),
    )
    expect((await app.as('Administrator').post('contacts.delete', { contactId: contact_id })).status).toBe(200)
    const { data: none, headers } = await keyOf(cookie)
    expect(none).toEqual({ secret: null })
    ended(headers)
  })
})
