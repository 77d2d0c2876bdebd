import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Due, keepAsking } from './keep-asking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Questions that a test answers by hand. */
function desk() {
  const due = signal<Due | null>(null)
  const asked: { stop: AbortSignal; answer: (ok: boolean) => Promise<void> }[] = []
  const { stop, now } = keepAsking(
    () => due.value,
    (signal) =>
      new Promise((resolve) => {
        const answer = async (ok: boolean) => {
          resolve(ok)
          await vi.advanceTimersByTimeAsync(0)
        }
        asked.push({ stop: signal, answer })
      }),
  )
  return { due, asked, stop, now }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('asks when something is due, after its wait, and once at a time', async () => {
  const { due, asked, stop } = desk()
  await pass(1_000)
  expect(asked).toHaveLength(0)
  due.value = { key: 'a', wait: 400 }
  await pass(399)
  expect(asked).toHaveLength(0)
  await pass(1)
  expect(asked).toHaveLength(1)
  due.value = { key: 'a', wait: 0 }
  await pass(5_000)
  expect(asked).toHaveLength(1)
  due.value = null
  await asked[0]?.answer(true)
  await pass(5_000)
  expect(asked).toHaveLength(1)
  stop()
})

test('asks again after an answer when it is still due', async () => {
  const { due, asked, stop } = desk()
  due.value = { key: 'a', wait: 0 }
  await pass(0)
  await asked[0]?.answer(true)
  await pass(0)
  expect(asked).toHaveLength(2)
  stop()
})

test('another key drops the question before it', async () => {
  const { due, asked, stop } = desk()
  due.value = { key: 'a', wait: 0 }
  await pass(0)
  due.value = { key: 'b', wait: 0 }
  await pass(0)
  expect(asked).toHaveLength(2)
  expect(asked[0]?.stop.aborted).toBe(true)
  due.value = null
  await asked[0]?.answer(false)
  await asked[1]?.answer(true)
  await pass(60_000)
  expect(asked).toHaveLength(2)
  stop()
})

test('waits longer and longer while it fails, at most 18 s, and not at all when told to', async () => {
  const { due, asked, stop, now } = desk()
  due.value = { key: 'a', wait: 0 }
  await pass(0)
  const waits: number[] = []
  for (let n = 0; n < 8; n += 1) {
    const many = asked.length
    await asked.at(-1)?.answer(false)
    let waited = 0
    for (; asked.length === many; waited += 10) await pass(10)
    waits.push(waited)
  }
  expect(waits[0]).toBeGreaterThanOrEqual(790)
  expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 4)
  expect(Math.max(...waits)).toBeLessThanOrEqual(18_010)
  await asked.at(-1)?.answer(false)
  const many = asked.length
  now()
  await pass(0)
  expect(asked.length).toBe(many + 1)
  stop()
})

test('after the stop nothing is asked, and what is on its way is dropped', async () => {
  const { due, asked, stop } = desk()
  due.value = { key: 'a', wait: 0 }
  await pass(0)
  stop()
  expect(asked[0]?.stop.aborted).toBe(true)
  due.value = { key: 'b', wait: 0 }
  await asked[0]?.answer(true)
  await pass(60_000)
  expect(asked).toHaveLength(1)
})
