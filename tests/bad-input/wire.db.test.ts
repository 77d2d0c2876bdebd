import { connect } from 'node:net'
import { type StartedApi, startApi } from '@rolecall/api/testing'
import { oneEngine } from '@rolecall/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTarget, type Target } from '../matrix/target.ts'
import { get, headOf, post, refused, untouched } from './stage.ts'

// What HTTP itself makes of bytes, before any code of ours: Node's strict parser, which no option of ours may loosen.

describe.each(oneEngine)('a head on %s', (engine) => {
  let server: StartedApi
  let target: Target
  beforeAll(async () => {
    server = await startApi(engine)
    target = await newTarget(server)
  })
  afterAll(() => server.close())

  const head = (role = 'Administrator') => headOf(server, role)

  test('of more than 16 kB: HTTP itself refuses it', () =>
    untouched(server, async () => {
      const got = await post(
        server,
        'inbox.delete',
        { chatId: target.chatId },
        { ...head(), 'x-bomb': 'x'.repeat(20_000) },
      )
      expect(got.status).toBe(431)
      expect(JSON.parse(got.text)).toMatchObject({ statusCode: 431 })
    }))

  test('of some hundred lines: it is read as any other', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x${n}`, '']))
    expect((await get(server, 'session.me', { ...many, cookie: server.cookie('Agent') })).status).toBe(200)
    refused(await get(server, 'session.me', many), 401, 'NOT_SIGNED_IN')
  })

  describe('that leaves open where its body ends', () => {
    const request = (name: string, more: readonly string[], text: string) => {
      const sender = [`Host: x`, `Origin: ${server.url}`, `Cookie: ${server.cookie('Administrator')}`]
      const head = [`POST /trpc/${name} HTTP/1.1`, ...sender, 'Content-Type: application/json', ...more]
      return [...head, '', text].join('\r\n')
    }
    const deleting = ({ chatId }: Target) => {
      const body = JSON.stringify({ chatId })
      return request('inbox.delete', [`Content-Length: ${body.length}`, 'Connection: close'], body)
    }

    test('hides a request that would have worked by itself', async () => {
      expect(await spoken(server.url, deleting(await newTarget(server)))).toMatch(/^HTTP\/1\.1 200 /)
    })

    // Two readers of the same bytes, a proxy and we, could take different parts of them for the next request.
    test.each([
      [['Content-Length: 999', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
      [['Transfer-Encoding: chunked', 'Content-Length: 5'], '0\r\n\r\n'],
      [['Content-Length: 0', 'Content-Length: 999'], ''],
      [['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
      [['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
      [['Content-Length: 2', ' folded: yes'], '{}'],
      [['Content-Length: +0'], ''],
      [['Content-Length: 0x0'], ''],
    ])('by %j is refused, and what follows is not read', (more, before) =>
      untouched(server, async () => {
        const heard = await spoken(server.url, request('session.me', more, before + deleting(target)))
        expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
      }),
    )
  })

  test.each([
    ['has a line that is none', 'GET /trpc/session.me HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n'],
    ['has a NUL in a name', 'GET /trpc/session.me HTTP/1.1\r\nHost: x\r\na\0b: x\r\n\r\n'],
    ['has a NUL in a value', 'GET /trpc/session.me HTTP/1.1\r\nHost: x\r\nCookie: a\0b\r\n\r\n'],
    ['names no host', 'GET /trpc/session.me HTTP/1.1\r\n\r\n'],
    ['is of another version', 'GET /trpc/session.me HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['has a space in its address', 'GET /trpc/session.me HTTP/1.1 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['greets', 'HELLO\r\n\r\n'],
    ['speaks TLS', '\x16\x03\x01\x02\0\x01\0'],
  ])('that %s is refused by HTTP itself', async (_, bytes) => {
    expect(await spoken(server.url, bytes)).toMatch(/^HTTP\/1\.1 (400|505) /)
  })

  test('keeps nobody from the next one', async () => {
    expect((await server.as('Agent').get('session.me')).status).toBe(200)
  })
})

/** What the server says to these very bytes, until it hangs up. */
function spoken(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text, 'latin1'))
    socket.on('data', (chunk) => {
      heard += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}
