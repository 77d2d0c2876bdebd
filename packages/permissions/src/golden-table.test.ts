import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { can } from './decide.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles } from './default-roles.ts'
import { names, type Permission } from './names.ts'
import { holders, roleNames } from './testing/facts.ts'

// facts/roles.csv says what was asked for and is no copy of the code: when a test here fails, the code is wrong.

const ours = new URL('../../../facts/roles.csv', import.meta.url)

test('the table is whole: 42 permissions, four roles, yes or no in every field', () => {
  expect(roleNames).toEqual(defaultRoleNames)
  expect([...holders.keys()]).toEqual(names)
  const fields = [...readFileSync(ours, 'utf8').matchAll(/,[01](?=,)/g)]
  expect([names.length, fields.length]).toEqual([42, 168])
})

test.each([...holders])('%s is held by %s', (name, roles) => {
  expect(defaultRoleNames.filter((role) => can(defaultRoles[role], name as Permission))).toEqual(roles)
})

test('where the product’s own file lies beside the repository, it says the same', () => {
  const file = new URL('../../../../shared/roles.csv', import.meta.url)
  const written = readFileSync(ours, 'utf8')
  expect(existsSync(file) ? readFileSync(file, 'utf8') : written).toBe(written)
})
