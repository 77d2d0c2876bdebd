import type { Database } from '@rolecall/db'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Alarms, createAlarms } from './alarms.ts'

// When it rings; that a ringing alarm does what it should is tried on real databases (access/expire.db.test.ts).

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(), debug: vi.fn() }
let next: number | null
let rung: number
let ring: () => Promise<void>
let alarms: Alarms

beforeEach(() => {
  vi.useFakeTimers()
  log.warn.mockClear()
  next = null
  rung = 0
  ring = async () => {}
  const answer = async () => ({ ms: next })
  const db = { selectFrom: () => ({ select: () => ({ executeTakeFirstOrThrow: answer }) }) }
  alarms = createAlarms({ db } as unknown as Database, log, async () => {
    rung += 1
    await ring()
  })
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const inMs = (ms: number) => new Date(Date.now() + ms)

test('rings at the start, and looks for what others set twice a minute', async () => {
  alarms.start()
  await pass(0)
  expect(rung).toBe(1)
  await pass(29_999)
  expect(rung).toBe(1)
  await pass(1)
  expect(rung).toBe(2)
})

test('rings when the next one is due by the clock of the database', async () => {
  next = 1200
  alarms.start()
  await pass(1199)
  expect(rung).toBe(1)
  next = null
  await pass(1)
  expect(rung).toBe(2)
})

test('rings sooner for one that is set here, and not later for a later one', async () => {
  next = 5000
  alarms.start()
  await pass(0)
  alarms.expect(inMs(1000))
  alarms.expect(inMs(8000))
  await pass(999)
  expect(rung).toBe(1)
  await pass(1)
  expect(rung).toBe(2)
})

test('does not lose one that is set while another rings', async () => {
  let done = () => {}
  ring = () =>
    new Promise((resolve) => {
      done = resolve
    })
  alarms.start()
  await pass(0)
  alarms.expect(inMs(100))
  ring = async () => {}
  done()
  await pass(100)
  expect(rung).toBe(2)
})

test('tries again after a failure, and says so', async () => {
  ring = async () => {
    throw new Error('no database')
  }
  alarms.start()
  await pass(0)
  expect(log.warn).toHaveBeenCalledTimes(1)
  ring = async () => {}
  await pass(5000)
  expect(rung).toBe(2)
  expect(log.warn).toHaveBeenCalledTimes(1)
})

test('is quiet before it is started and once it is closed, which waits for what rings', async () => {
  alarms.expect(inMs(10))
  await pass(1000)
  expect(rung).toBe(0)
  let finished = false
  ring = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    finished = true
  }
  next = 1
  alarms.start()
  const closed = alarms.close().then(() => finished)
  await pass(500)
  expect(await closed).toBe(true)
  alarms.expect(inMs(10))
  await pass(60_000)
  expect(rung).toBe(1)
})
