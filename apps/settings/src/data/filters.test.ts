import { expect, test } from 'vitest'
import { filtersOf } from './filters.ts'

const { read, address, narrows } = filtersOf('search', 'role')

test('filters survive the address', () => {
  const filters = { search: 'ana & co', role: 'x' }
  const [path, query = ''] = address('/settings/team', filters).split('?')
  expect(path).toBe('/settings/team')
  expect(read(Object.fromEntries(new URLSearchParams(query)))).toEqual(filters)
})

test('a list that nothing narrows has a plain address', () => {
  expect(address('/settings/team', read({ other: 'x' }))).toBe('/settings/team')
  expect([narrows(read({ role: 'x' })), narrows(read({}))]).toEqual([true, false])
})
