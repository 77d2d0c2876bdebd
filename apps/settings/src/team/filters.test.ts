import { expect, test } from 'vitest'
import { addressOf, filtersIn, inputOf, isNarrowed } from './filters.ts'

const id = '0b6a5d6c-1111-4222-8333-944444444444'

test('filters survive the address', () => {
  const filters = { search: 'ana & co', role: id, department: '', status: 'active' }
  const [, query = ''] = addressOf('/settings/team', filters).split('?')
  expect(filtersIn(Object.fromEntries(new URLSearchParams(query)))).toEqual(filters)
  expect(addressOf('/settings/team', filtersIn({}))).toBe('/settings/team')
  expect([isNarrowed(filters), isNarrowed(filtersIn({}))]).toEqual([true, false])
})

test('what the address may say and the server would refuse is no filter', () => {
  expect(inputOf(filtersIn({ search: '  ', role: 'x', department: '../', status: 'gone' }))).toEqual({})
  expect(inputOf(filtersIn({ search: ' ana ', role: id, status: 'deactivated' }))).toEqual({
    search: 'ana',
    roleId: id,
    status: 'deactivated',
  })
})
