import { expect, test } from 'vitest'
import { addDays, dayIn, daysIn, lastDays, rangeOf, wrongRange } from './range.ts'

test('today depends on the zone', () => {
  const now = new Date('2026-11-23T23:30:00Z')
  expect(dayIn('UTC', now)).toBe('2026-11-23')
  expect(dayIn('Asia/Tokyo', now)).toBe('2026-11-24')
  expect(dayIn('America/Los_Angeles', now)).toBe('2026-11-23')
})

test('the last seven days are seven days, over a clock change too', () => {
  const range = lastDays(7, 'America/New_York', new Date('2026-11-03T12:00:00Z'))
  expect(range).toEqual({ from: '2026-10-28', to: '2026-11-03' })
  expect(daysIn(range)).toBe(7)
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
})

test('a range is at most 366 days and the right way round', () => {
  expect(wrongRange({ from: '2026-01-01', to: '2026-01-01' })).toBeNull()
  expect(wrongRange({ from: '2026-01-02', to: '2026-01-01' })).toBe('order')
  expect(wrongRange({ from: '2025-01-01', to: '2026-01-01' })).toBeNull()
  expect(wrongRange({ from: '2025-01-01', to: '2026-01-02' })).toBe('long')
  expect(wrongRange({ from: '', to: '2026-01-02' })).toBe('day')
})

test('a choice of days moves with the zone, own dates stay', () => {
  const now = new Date('2026-11-23T23:30:00Z')
  expect(rangeOf({ days: 1, timeZone: 'Asia/Tokyo' }, now)).toEqual({ from: '2026-11-24', to: '2026-11-24' })
  const range = { from: '2026-01-01', to: '2026-01-31' }
  expect(rangeOf({ range, timeZone: 'Asia/Tokyo' }, now)).toEqual(range)
})
