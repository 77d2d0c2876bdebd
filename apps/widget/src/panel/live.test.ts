import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VisitorEvent } from '@rolecall/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watch } from './live.ts'

// Against a real stream over real HTTP; only the document and its window are stood in for.

let visibility: 'visible' | 'hidden'
let page: EventTarget
let open: { request: IncomingMessage; response: ServerResponse }[]
let answer: (response: ServerResponse) => void
let url: string
let close: () => void
let stop = () => {}

beforeEach(async () => {
  visibility = 'visible'
  page = new EventTarget()
  open = []
  answer = (response) => response.writeHead(200).write(':\n\n')
  const server = createServer((request, response) => {
    open.push({ request, response })
    answer(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const really = globalThis.fetch
  // From where the panel's page is.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => really(new URL(path, `${url}/widget/panel`), init))
  const target = page
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target))
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibility
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  })
})
afterEach(() => {
  stop()
  close()
  vi.unstubAllGlobals()
})

function start(after = 5) {
  const heard: VisitorEvent[] = []
  const ups: boolean[] = []
  const refused = vi.fn()
  stop = watch({ secret: 'rv_key', after, hear: (event) => heard.push(event), up: (live) => ups.push(live), refused })
  return { heard, ups, refused }
}
const connections = (count: number) => vi.waitFor(() => expect(open).toHaveLength(count), 4000)
const pathOf = (index: number) => open[index]?.request.url
const say = (text: string) => open.at(-1)?.response.write(text)

test('the key is in a header, and every event is heard in order', async () => {
  const { heard, ups } = start()
  await connections(1)
  expect(open[0]?.request.headers.authorization).toBe('Visitor rv_key')
  expect(pathOf(0)).toBe('/visitor/live?after=5')
  say('id: 6\ndata: {"type":"closed"}\n\nid: 7\nda')
  say('ta: {"type":"reopened"}\n\n')
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'closed' }, { type: 'reopened' }]))
  await vi.waitFor(() => expect(ups).toEqual([true]))
})

test('a broken stream is opened again after the last event, also one that only a heartbeat told of', async () => {
  const { ups } = start()
  await connections(1)
  say('id: 6\ndata: {"type":"closed"}\n\n:\nid: 9\n\n')
  await new Promise((done) => setTimeout(done, 50))
  open[0]?.response.destroy()
  await connections(2)
  expect(pathOf(1)).toBe('/visitor/live?after=9')
  await vi.waitFor(() => expect(ups).toEqual([true, false, true]))
})

test('an event that could not be taken in is asked for again', async () => {
  let broken = true
  const heard: string[] = []
  stop = watch({
    secret: 'rv_key',
    after: 5,
    up() {},
    refused() {},
    hear({ type }) {
      if (broken) throw new Error('of ours')
      heard.push(type)
    },
  })
  await connections(1)
  say('id: 6\ndata: {"type":"closed"}\n\n')
  await connections(2)
  expect(pathOf(1)).toBe('/visitor/live?after=5')
  broken = false
  say('id: 6\ndata: {"type":"closed"}\n\n')
  await vi.waitFor(() => expect(heard).toEqual(['closed']))
})

test('a key that is not known ends it', async () => {
  answer = (response) => response.writeHead(401).end()
  const { refused, ups } = start()
  await connections(1)
  await vi.waitFor(() => expect(refused).toHaveBeenCalledOnce())
  await new Promise((done) => setTimeout(done, 700))
  expect(open).toHaveLength(1)
  expect(ups).toEqual([])
})

test('a server in trouble is asked again, at once when the browser is back online', async () => {
  answer = (response) => response.writeHead(503).end()
  const { ups } = start()
  await connections(3)
  answer = (response) => response.writeHead(200).write(':\n\n')
  const before = Date.now()
  page.dispatchEvent(new Event('online'))
  await connections(4)
  expect(Date.now() - before).toBeLessThan(500)
  await vi.waitFor(() => expect(ups.at(-1)).toBe(true))
})

test('a stream that falls silent is given up; a tab that nobody sees lets go, and comes back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    start()
    await vi.waitUntil(() => open.length === 1)
    await vi.advanceTimersByTimeAsync(46_000)
    await vi.advanceTimersByTimeAsync(500)
    await vi.waitUntil(() => open.length === 2)

    visibility = 'hidden'
    page.dispatchEvent(new Event('visibilitychange'))
    for (let beat = 0; beat < 5; beat++) {
      say(':\n\n')
      await new Promise((done) => setImmediate(done))
      await vi.advanceTimersByTimeAsync(20_000)
    }
    await vi.waitUntil(() => open[1]?.response.closed)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(open).toHaveLength(2)
    visibility = 'visible'
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.waitUntil(() => open.length === 3)
  } finally {
    vi.useRealTimers()
  }
})

test('a tab that nobody sees lets go when another opens a stream, and catches up when it is seen', async () => {
  const { heard } = start()
  await connections(1)
  visibility = 'hidden'
  const other = new BroadcastChannel('rolecall')
  other.postMessage(0)
  await vi.waitFor(() => expect(open[0]?.response.closed).toBe(true))
  await new Promise((done) => setTimeout(done, 700))
  expect(open).toHaveLength(1)
  visibility = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  await connections(2)
  // One that is seen keeps its own.
  other.postMessage(0)
  await new Promise((done) => setTimeout(done, 100))
  expect(open[1]?.response.closed).toBe(false)
  other.close()
  say('id: 6\ndata: {"type":"closed"}\n\n')
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'closed' }]))
})

test('stopped, it is over', async () => {
  const { ups, heard } = start()
  await connections(1)
  stop()
  await vi.waitFor(() => expect(open[0]?.response.closed).toBe(true))
  await new Promise((done) => setTimeout(done, 700))
  expect(open).toHaveLength(1)
  await vi.waitFor(() => expect(ups).toEqual([true]))
  expect(heard).toEqual([])
})
