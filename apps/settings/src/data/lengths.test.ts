import { expect, test } from 'vitest'
import { untilOf } from './lengths.ts'

test('from now on, or without an end', () => {
  const now = Date.parse('2026-11-01T12:00:00Z')
  expect(untilOf('hour', now)).toBe('2026-11-01T13:00:00.000Z')
  expect(untilOf('days', now)).toBe('2026-11-04T12:00:00.000Z')
  expect(untilOf('ever', now)).toBeNull()
})
