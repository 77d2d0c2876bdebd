import { expect, test } from 'vitest'
import { historyFilters, inputOf } from './history-filters.ts'

const { read } = historyFilters

test('the last day counts whole, and nonsense counts for nothing', () => {
  const { from = '', to = '' } = inputOf(read({ from: '2026-03-01', to: '2026-03-01' }))
  expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000)
  expect(inputOf(read({ from: 'soon', to: '2026-1-1', action: '%', search: ' ', who: 'me' }))).toEqual({})
})
