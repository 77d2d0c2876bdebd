import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { every } from './every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('runs again and again until it is ended', () => {
  const run = vi.fn()
  const end = every(60_000, run)
  vi.advanceTimersByTime(59_999)
  expect(run).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(120_001)
  expect(run).toHaveBeenCalledTimes(3)
  end()
  vi.advanceTimersByTime(600_000)
  expect(run).toHaveBeenCalledTimes(3)
})
