import { expect, test } from 'vitest'
import { barsOf } from './bars.ts'
import { addDays } from './range.ts'

const days = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ day: addDays('2026-01-01', i), chats: 2, answered: 1, firstResponse: 60 }))

test('a bar per day while they can be told apart', () => {
  expect(barsOf(days(120))).toHaveLength(120)
  expect(barsOf(days(1))).toEqual([{ from: '2026-01-01', to: '2026-01-01', chats: 2, answered: 1 }])
  expect(barsOf([])).toEqual([])
})

test('then a bar per week; the first may be short, and nothing is lost', () => {
  const bars = barsOf(days(365))
  expect(bars).toHaveLength(53)
  expect(bars[0]).toEqual({ from: '2026-01-01', to: '2026-01-01', chats: 2, answered: 1 })
  expect(bars.at(-1)).toMatchObject({ from: '2026-12-25', to: '2026-12-31', chats: 14 })
  expect(bars.reduce((sum, bar) => sum + bar.chats, 0)).toBe(730)
})
