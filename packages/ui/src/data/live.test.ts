import type { LiveEvent } from '@rolecall/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { session } from '../session/session.ts'
import { sessionWith } from '../testing/session.ts'
import { connection, onLive, openLive, reconnect } from './live.ts'

const streams = vi.hoisted(() => [] as Stream[])
interface Stream {
  after: number
  signal: AbortSignal
  onStatus: (status: 'live' | 'reconnecting') => void
  say: (id: number, event: LiveEvent) => void
  refuse: (error: unknown) => void
}
vi.mock('./api.ts', () => ({
  looking: null,
  client: {
    async *live(options: { after: number; signal: AbortSignal; onStatus: Stream['onStatus'] }) {
      const said: { id: number; event: LiveEvent }[] = []
      let wake = () => {}
      let failed: unknown
      const next = () => wake()
      options.signal.addEventListener('abort', next)
      streams.push({
        ...options,
        say: (id, event) => {
          said.push({ id, event })
          next()
        },
        refuse: (error) => {
          failed = error
          next()
        },
      })
      while (!options.signal.aborted) {
        for (const one of said.splice(0)) yield one
        if (failed) throw failed
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  },
}))

const world = new EventTarget()
const page = new EventTarget()
const heard: number[] = []
let close = () => {}
let deaf = () => {}
beforeEach(() => {
  streams.length = 0
  heard.length = 0
  vi.stubGlobal('addEventListener', world.addEventListener.bind(world))
  vi.stubGlobal('removeEventListener', world.removeEventListener.bind(world))
  // One tab alone; how several share a stream is tested with the stream itself.
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }))
  session.value = sessionWith([], { event: 7 })
  deaf = onLive((_event, id) => heard.push(id))
  close = openLive()
})
afterEach(() => {
  close()
  deaf()
  vi.unstubAllGlobals()
})

test('the stream goes on after the session’s event, and every hearer hears', async () => {
  const other: string[] = []
  const leave = onLive((event) => other.push(event.type))
  expect(streams[0]?.after).toBe(7)
  streams[0]?.say(8, { type: 'resync' })
  await vi.waitFor(() => expect(heard).toEqual([8]))
  leave()
  streams[0]?.say(9, { type: 'session' })
  await vi.waitFor(() => expect(heard).toEqual([8, 9]))
  expect(other).toEqual(['resync'])
})

test('without a network it says so, and goes on at once when there is one, where it was', async () => {
  streams[0]?.onStatus('live')
  expect(connection.value).toBe('live')
  streams[0]?.say(8, { type: 'resync' })
  await vi.waitFor(() => expect(heard).toEqual([8]))
  world.dispatchEvent(new Event('offline'))
  expect(connection.value).toBe('offline')
  world.dispatchEvent(new Event('online'))
  expect(connection.value).toBe('reconnecting')
  expect(streams[0]?.signal.aborted).toBe(true)
  expect(streams[1]?.after).toBe(8)
  streams[0]?.onStatus('reconnecting')
  streams[1]?.onStatus('live')
  expect(connection.value).toBe('live')
})

test('a broken stream on a device without a network is offline, not reconnecting', () => {
  streams[0]?.onStatus('reconnecting')
  expect(connection.value).toBe('reconnecting')
  // One tab alone; how several share a stream is tested with the stream itself.
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('navigator', { onLine: false })
  streams[0]?.onStatus('reconnecting')
  expect(connection.value).toBe('offline')
})

test('a pause ends when somebody asks, or looks at the page again', () => {
  streams[0]?.onStatus('live')
  page.dispatchEvent(new Event('visibilitychange'))
  expect(streams).toHaveLength(1)
  streams[0]?.onStatus('reconnecting')
  page.dispatchEvent(new Event('visibilitychange'))
  expect(streams).toHaveLength(2)
  reconnect()
  expect(streams).toHaveLength(3)
  expect(streams.map((stream) => stream.signal.aborted)).toEqual([true, true, false])
})

test('refused for good, it asks who is signed in', async () => {
  streams[0]?.refuse({ refusal: { code: 'NOT_SIGNED_IN', message: 'Sign in.', requestId: 'r' } })
  await vi.waitFor(() => expect(heard).toEqual([7]))
})
