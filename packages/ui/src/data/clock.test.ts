import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { learnClock, minute, serverNow } from './clock.ts'

const noon = Date.parse('2026-11-28T12:00:00Z')
const at = (ms: number) => new Date(ms).toUTCString()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
})
afterEach(() => {
  learnClock(at(Date.now()), Date.now())
  vi.useRealTimers()
})

test('a clock that runs 28 minutes fast is set right by the first answer, and what shows ages with it', () => {
  learnClock(at(noon - 28 * 60_000), noon)
  expect(Math.abs(serverNow() - (noon - 28 * 60_000))).toBeLessThan(1000)
  expect(minute.value).toBe(serverNow())
})

test('the time that an answer takes, and parts of a second, do not move it', () => {
  const before = serverNow()
  vi.setSystemTime(noon + 4000)
  learnClock(at(noon + 2000), noon)
  expect(serverNow() - before).toBe(4000)
})

test('what is no date says nothing', () => {
  const before = serverNow()
  learnClock(null, noon)
  learnClock('yesterday', noon)
  expect(serverNow()).toBe(before)
})
