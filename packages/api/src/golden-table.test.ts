import { can, defaultRoleNames, needsOf, type Permission } from '@rolecall/permissions'
import { allHolders, allNeeds } from '@rolecall/permissions/testing'
import { expect, test } from 'vitest'
import { catalogueOf } from './derive.ts'
import { features } from './features.ts'

// As in packages/permissions, where the features are not known yet: facts/ against the whole house. When a test here
// fails, the code is wrong, or a noun has brought a section and no table of its own.

const { bits, roles, sections } = catalogueOf(features)

test('facts/ has a line for every permission of the house, and none too many', () => {
  expect([...allHolders.keys()].toSorted()).toEqual(bits.names.toSorted())
})

test.each([...allHolders])('%s is held by %s', (name, holders) => {
  expect(defaultRoleNames.filter((role) => can(roles[role], name as Permission))).toEqual(holders)
})

test('what is of no use without another is the same in both', () => {
  const said = [...needsOf(sections)].flatMap(([name, needs]) => needs.map((needed) => [name, needed].join()))
  expect(said.toSorted()).toEqual(allNeeds.map((pair) => pair.join()).toSorted())
})
