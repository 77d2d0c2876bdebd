import { expect, test } from 'vitest'
import { daysAgo, endOf } from './days.ts'

const now = new Date(2026, 2, 1, 12).getTime()

test('days before today, over the end of a month', () => {
  expect([daysAgo(0, now), daysAgo(1, now)]).toEqual(['2026-03-01', '2026-02-28'])
})

test('a day is asked about as it ended, today as it is', () => {
  expect(endOf('2026-02-28', now)).toBe(new Date(2026, 2, 1).toISOString())
  expect(endOf('2026-03-01', now)).toBe(new Date(now).toISOString())
  expect([endOf('soon', now), endOf('2026-1-1', now)]).toEqual([null, null])
})
