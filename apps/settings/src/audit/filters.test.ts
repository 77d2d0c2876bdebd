import { expect, test } from 'vitest'
import { filtersIn, inputOf, isNarrowed, queryOf } from './filters.ts'

test('filters survive the address', () => {
  const filters = { search: 'ana & co', action: 'roles.', from: '2026-01-02', to: '' }
  expect(filtersIn(Object.fromEntries(new URLSearchParams(queryOf(filters))))).toEqual(filters)
  expect([isNarrowed(filters), isNarrowed(filtersIn({}))]).toEqual([true, false])
})

test('the last day counts whole, and nonsense counts for nothing', () => {
  const { from = '', to = '' } = inputOf(filtersIn({ from: '2026-03-01', to: '2026-03-01' }))
  expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000)
  expect(inputOf(filtersIn({ from: 'soon', to: '2026-1-1', action: '%', search: ' ' }))).toEqual({})
})
