import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines } from '../matrix/table.ts'
import { newTarget, type Target } from '../matrix/target.ts'
import { send } from './send.ts'
import { changes, get, headOf, post, refused, untouched } from './stage.ts'

// A page of somebody else can make a browser send requests, with the member's cookie. ASVS 3.5.1, reliability.md 14.

describe.each(oneEngine)('a foreign page on %s', (engine) => {
  let server: StartedApi
  let target: Target
  beforeAll(async () => {
    server = await startApi(engine)
    target = await newTarget(server)
  })
  afterAll(() => server.close())

  const head = (otherwise: Record<string, string | undefined> = {}) => headOf(server, 'Administrator', otherwise)
  const everyChange = async (otherwise: Record<string, string | undefined>) => {
    for (const name of changes(server))
      refused(await post(server, name, lines[name]?.input?.(target) ?? {}, head(otherwise)), 403, 'WRONG_ORIGIN')
  }

  test('changes nothing', () =>
    untouched(server, () => everyChange({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })))

  test('changes nothing from a sandbox, whose origin is "null"', () =>
    untouched(server, () => everyChange({ origin: 'null' })))

  test('changes nothing by sending the cookie and hiding where it comes from', () =>
    untouched(server, () => everyChange({ origin: undefined })))

  test.each(['cross-site', 'same-site', 'none', ''])(
    'changes nothing without a cookie where the browser says "%s"',
    (site) => untouched(server, () => everyChange({ origin: undefined, cookie: undefined, 'sec-fetch-site': site })),
  )

  test('changes nothing under an address that only looks like ours', () =>
    untouched(server, async () => {
      const { host, port } = new URL(server.url)
      const lookalikes = [
        `https://${host}`,
        `http://${host}.evil.example`,
        `http://evil.example#${host}`,
        `http://${host}@evil.example`,
        `http://127.0.0.1`,
        `http://127.0.0.1:${Number(port) + 1}`,
        `http://127.0.0.2:${port}`,
        `${server.url}/`,
        `${server.url}, https://evil.example`,
        server.url.toUpperCase(),
        '*',
        '',
      ]
      for (const origin of lookalikes)
        refused(await post(server, 'inbox.delete', { chatId: target.chatId }, head({ origin })), 403, 'WRONG_ORIGIN')
    }))

  test('is not let in by a header that a proxy might set', () =>
    untouched(server, async () => {
      const forwarded = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-original-url': '/trpc/session.me',
        'x-http-method-override': 'GET',
      }
      const got = await post(
        server,
        'inbox.delete',
        { chatId: target.chatId },
        head({ ...forwarded, origin: 'https://evil.example', host: 'evil.example' }),
      )
      refused(got, 403, 'WRONG_ORIGIN')
    }))

  test('that asks first, as a browser does, is allowed nothing', () =>
    untouched(server, async () => {
      for (const name of [...changes(server), 'session.me', 'visitor.config']) {
        const got = await send(server.url, {
          method: 'OPTIONS',
          path: name.startsWith('/') ? name : `/trpc/${name}`,
          headers: {
            origin: 'https://evil.example',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type, authorization',
          },
        })
        expect(got.status).toBeGreaterThanOrEqual(400)
        expect(Object.keys(got.headers).filter((key) => key.startsWith('access-control'))).toEqual([])
      }
    }))

  test('may ask, with whatever headers an agent of its own adds, how the widget looks, and for nothing else', async () => {
    const ask = (path: string, method: string, more: string) =>
      send(server.url, {
        method: 'OPTIONS',
        path: `/trpc/${path}`,
        headers: {
          origin: 'https://shop.example',
          'access-control-request-method': method,
          'access-control-request-headers': more,
        },
      })
    const { status, headers } = await ask('visitor.config', 'GET', 'traceparent,newrelic')
    expect([status, headers['access-control-allow-origin'], headers['access-control-allow-headers']]).toEqual([
      200,
      '*',
      '*',
    ])
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    for (const [path, method] of [
      ['visitor.config', 'POST'],
      ['visitor.thread', 'GET'],
      ['visitor.key', 'POST'],
      ['visitor.config,visitor.thread', 'GET'],
    ] as const) {
      const got = await ask(path, method, 'traceparent')
      expect(got.status).toBeGreaterThanOrEqual(400)
      expect(got.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('may read how the widget looks, and not one answer more', async () => {
    const foreign = head({ origin: 'https://evil.example' })
    for (const { name, type, address } of server.api.doors) {
      if (type === 'mutation') continue
      const got = await get(server, address?.split(' ')[1] ?? name, foreign, lines[name]?.input?.(target))
      const open = name === 'visitor.config'
      expect([name, got.headers['access-control-allow-origin']]).toEqual([name, open ? '*' : undefined])
      expect(got.headers['access-control-allow-credentials']).toBeUndefined()
      if (!open) expect([name, got.headers['cross-origin-resource-policy']]).toEqual([name, 'same-origin'])
    }
  })

  test('is what a program without a browser is not: with its token it needs no origin', async () => {
    const { token } = await server.api.operator.createToken(server.seed.members.Administrator.email, {
      permissions: ['inbox.view'],
      name: 'CRM',
    })
    const program = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const got = await post(server, 'inbox.read', { chatId: target.chatId, count: 1 }, program)
    expect(got.status).toBe(200)
  })
})
