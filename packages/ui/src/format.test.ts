import { afterAll, beforeAll, expect, test } from 'vitest'
import { ago, day, duration, number, plural, relative, setLocale } from './format.ts'

beforeAll(() => setLocale('en'))
afterAll(() => setLocale(undefined))

const now = Date.parse('2026-11-23T12:00:00Z')
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

test('ages are short: now, minutes, hours, days, then a date', () => {
  expect(ago(before(20), now)).toBe('now')
  expect(ago(before(50), now)).toBe('1m')
  expect(ago(before(59 * 60), now)).toBe('59m')
  expect(ago(before(60 * 60), now)).toBe('1h')
  expect(ago(before(26 * 3600), now)).toBe('1d')
  expect(ago(before(8 * 86_400), now)).toBe('Nov 15')
  expect(ago(before(400 * 86_400), now)).toBe('Oct 19, 2025')
})

test('a clock that is ahead of the server does not show the future', () => {
  expect(ago(before(-300), now)).toBe('now')
})

test('in a sentence time goes both ways, further than a month it is a date', () => {
  const at = (seconds: number) => relative(before(seconds), now)
  expect([20, 50, 300, 7200, 26 * 3600, 3 * 86_400].map(at)).toEqual([
    'now',
    '1 minute ago',
    '5 minutes ago',
    '2 hours ago',
    'yesterday',
    '3 days ago',
  ])
  expect([-20, -50, -7200, -26 * 3600, -86_400 * 6].map(at)).toEqual([
    'now',
    'in 1 minute',
    'in 2 hours',
    'tomorrow',
    'in 6 days',
  ])
  expect([400 * 86_400, -31 * 86_400].map(at)).toEqual(['Oct 19, 2025', 'Dec 24'])
})

test('durations as people say them', () => {
  expect(duration(0)).toBe('0s')
  expect(duration(59)).toBe('59s')
  expect(duration(59.7)).toBe('1m')
  expect(duration(200)).toBe('3m')
  expect(duration(3599)).toBe('1h')
  expect(duration(3600 + 23 * 60)).toBe('1h 23m')
})

test('plurals pick their sentence, numbers their separators', () => {
  const forms = { one: '{n} contact', other: '{n} contacts' }
  expect(plural(1, forms)).toBe('1 contact')
  expect(plural(0, forms)).toBe('0 contacts')
  expect(plural(12_345, forms)).toBe('12,345 contacts')
  expect(number(1_234_567)).toBe('1,234,567')
})

test('the language is the reader’s', () => {
  setLocale('de')
  expect(number(1234.5)).toBe('1.234,5')
  expect(day('2026-11-15T12:00:00Z', now)).toBe('15. Nov.')
  expect(plural(1, { one: '{n} Kontakt', other: '{n} Kontakte' })).toBe('1 Kontakt')
  setLocale('en')
})
