import type { WidgetConfig } from '@rolecall/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const read = (wait?: number) =>
  new Promise<WidgetConfig>((known) => void readConfig('https://chat.example/', account, known, wait))
const account = '7d0c6f1e-4a53-4b47-9d53-2f0f6d3a9b10'
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

test('asks by GET, without cookies, as tRPC reads it', async () => {
  const fetched = vi.fn(async () => json(200, { result: { data: { shown: false } } }))
  vi.stubGlobal('fetch', fetched)
  expect(await read()).toEqual({ shown: false })
  const [address, init] = fetched.mock.calls[0] as unknown as [string, RequestInit]
  const url = new URL(address)
  expect(url.origin + url.pathname).toBe('https://chat.example/trpc/visitor.config')
  expect(JSON.parse(url.searchParams.get('input') ?? '')).toEqual({ account })
  expect(init.credentials).toBe('omit')
})

test('a server that is down, in trouble or busy is asked again, ever more slowly', async () => {
  const answers = [() => Promise.reject(new TypeError('down')), async () => json(503, {}), async () => json(429, {})]
  const pauses: unknown[] = []
  vi.stubGlobal('fetch', () => (answers.shift() ?? (async () => json(200, { result: { data: { shown: false } } })))())
  vi.stubGlobal('setTimeout', (again: () => void, pause: unknown) => {
    pauses.push(pause)
    queueMicrotask(again)
  })
  expect(await read(20)).toEqual({ shown: false })
  expect(pauses).toEqual([20, 40, 80])
})

test('no such account: said once, not asked again', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const fetched = vi.fn(async () => json(404, {}))
  vi.stubGlobal('fetch', fetched)
  const known = vi.fn()
  await readConfig('https://chat.example/', account, known, 1)
  await new Promise((done) => setTimeout(done, 50))
  expect(known).not.toHaveBeenCalled()
  expect(fetched).toHaveBeenCalledOnce()
  expect(warned).toHaveBeenCalledOnce()
})
