import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LiveEvent } from '@rolecall/protocol'
import { afterEach, expect, test } from 'vitest'
import { createClient } from './client.ts'
import { type Live, type LiveOptions } from './live.ts'
import { refusalOf } from './refusal.ts'

const switches: LiveEvent = { type: 'switches', online: true, widgetShown: true }
const frame = (id: number) => `id: ${id}\ndata: ${JSON.stringify(switches)}\n\n`
const headers = { 'content-type': 'text/event-stream' }

type Answer = (response: ServerResponse, request: IncomingMessage) => void
let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that answers each connection by the next of `answers`, and remembers what was asked. */
async function serving(...answers: Answer[]) {
  const asked: IncomingMessage[] = []
  server = createServer((request, response) => {
    asked.push(request)
    const answer = answers.shift()
    if (answer) answer(response, request)
    else response.writeHead(200, headers).write(':\n\n')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

async function take(url: string, count: number, options: LiveOptions = {}): Promise<Live[]> {
  const got: Live[] = []
  for await (const one of createClient({ url, token: 'rc_x' }).live(options)) {
    got.push(one)
    if (got.length === count) break
  }
  return got
}

test('goes on after the last event when the connection breaks, and says so', async () => {
  const { url, asked } = await serving(
    (response) => response.writeHead(200, headers).end(frame(5) + frame(6)),
    (response) => response.writeHead(200, headers).write(`:\nid: 9\n\n`, () => response.destroy()),
    (response) => response.writeHead(200, headers).write(frame(10)),
  )
  const status: string[] = []
  const got = await take(url, 3, { after: 4, onStatus: (one) => status.push(one) })
  expect(got.map(({ id }) => id)).toEqual([5, 6, 10])
  expect(asked.map((one) => one.url)).toEqual(['/live?after=4', '/live?after=6', '/live?after=9'])
  expect(asked[0]?.headers.authorization).toBe('Bearer rc_x')
  expect(status).toEqual(['live', 'reconnecting', 'live', 'reconnecting', 'live'])
})

test('asks again for an event that was not taken in', async () => {
  const { url, asked } = await serving(
    (response) => response.writeHead(200, headers).write(frame(1) + frame(2)),
    (response) => response.writeHead(200, headers).write(frame(2)),
  )
  const events = createClient({ url }).live()
  expect((await events.next()).value?.id).toBe(1)
  await events.return()
  expect(await take(url, 1, { after: 1 })).toEqual([{ id: 2, event: switches }])
  expect(asked.map((one) => one.url)).toEqual(['/live', '/live?after=1'])
})

test('tries again where the server is away or busy', async () => {
  const { url } = await serving(
    (response) => response.writeHead(503).end('starting'),
    (response) => response.destroy(),
    (response) => response.writeHead(429).end(),
    (response) => response.writeHead(200, headers).write(frame(1)),
  )
  expect(await take(url, 1)).toHaveLength(1)
})

test('ends with the refusal when the server will not have us', async () => {
  const refusal = { code: 'NOT_SIGNED_IN', message: 'Your session ended.', requestId: 'r' }
  const { url } = await serving((response) => response.writeHead(401).end(JSON.stringify(refusal)))
  const error = await take(url, 1).catch((error: unknown) => error)
  expect(refusalOf(error)).toEqual(refusal)
})

test('ends when told to, also while it waits, and lets go of the connection', async () => {
  const { url, asked } = await serving()
  const stop = new AbortController()
  const taking = take(url, 1, { signal: stop.signal, onStatus: () => stop.abort() })
  expect(await taking).toEqual([])
  await new Promise<void>((done) => asked[0]?.on('close', done))
  server.close()
  const late = new AbortController()
  const away = take(url, 1, { signal: late.signal })
  setTimeout(() => late.abort(), 100)
  expect(await away).toEqual([])
})
