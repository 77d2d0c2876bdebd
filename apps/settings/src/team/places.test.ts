import { expect, test } from 'vitest'
import { backOf, changesOf, stateOf } from './places.ts'

const at = (id: string, ...departments: string[]) => ({
  id,
  departments: departments.map((one) => ({ id: one, name: one })),
})
const two = [at('ana', 'sales', 'help'), at('ben', 'help')]

test('a department has all of them, some or none', () => {
  expect(['help', 'sales', 'returns'].map((id) => stateOf(two, id))).toEqual([true, 'mixed', false])
})

test('changes only what is not so already, and what is not touched stays', () => {
  const changes = changesOf(two, { sales: true, help: false })
  expect(changes).toEqual([
    { memberId: 'ana', add: [], remove: ['help'] },
    { memberId: 'ben', add: ['sales'], remove: ['help'] },
  ])
  expect(backOf(changes)).toEqual([
    { memberId: 'ana', add: ['help'], remove: [] },
    { memberId: 'ben', add: ['help'], remove: ['sales'] },
  ])
  expect(changesOf(two, { help: true })).toEqual([])
})
