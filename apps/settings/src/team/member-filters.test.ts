import { expect, test } from 'vitest'
import { inputOf, memberFilters } from './member-filters.ts'

const { read } = memberFilters

const id = '0b6a5d6c-1111-4222-8333-944444444444'

test('what the address may say and the server would refuse is no filter', () => {
  expect(inputOf(read({ search: '  ', role: 'x', department: '../', status: 'gone', sort: 'toString' }))).toEqual({})
  expect(inputOf(read({ search: ' ana ', role: id, status: 'deactivated' }))).toEqual({
    search: 'ana',
    roleId: id,
    status: 'deactivated',
  })
  expect(inputOf(read({ sort: 'newest' }))).toEqual({ sort: 'since', descending: true })
})
