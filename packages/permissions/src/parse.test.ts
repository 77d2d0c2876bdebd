import { describe, expect, test } from 'vitest'
import { defaultRoleNames } from './default-names.ts'
import { names } from './names.ts'
import { parseDefaultRole, parsePermission, parsePermissions, parsePlan, parseSection } from './parse.ts'
import { plans } from './plans.ts'
import { odd } from './testing/odd.ts'

describe('what exists is itself', () => {
  test.each(names)('%s', (name) => {
    expect(parsePermission(name)).toBe(name)
    expect(parseSection(name.split('.')[0])).toBe(name.split('.')[0])
  })
  test('the default roles and the plans', () => {
    expect(defaultRoleNames.map(parseDefaultRole)).toEqual(['Administrator', 'Supervisor', 'Agent', 'Support'])
    expect(plans.map(parsePlan)).toEqual(['basic', 'pro', 'unlimited'])
  })
})

test.each(odd.map((value) => [value]))('%o is nothing', (value) => {
  expect(parsePermission(value)).toBeNull()
  expect(parsePermissions([value])).toBeNull()
  expect(parsePermissions(['inbox.view', value])).toBeNull()
  expect(parseDefaultRole(value)).toBeNull()
  expect(parsePlan(value)).toBeNull()
  if (value !== 'inbox') expect(parseSection(value)).toBeNull()
})

test.each(['agent', 'AGENT', 'Agent ', 'Basic', 'PRO', 'unlimited ', 'inbox.view', 'Inbox'])(
  '%j is a spelling, not a name',
  (value) => {
    expect(parseDefaultRole(value)).toBeNull()
    expect(parsePlan(value)).toBeNull()
    expect(parseSection(value)).toBeNull()
  },
)

describe('parsePermissions', () => {
  test('keeps the order and drops repetitions', () => {
    expect(parsePermissions(['team.view', 'inbox.view', 'team.view'])).toEqual(['team.view', 'inbox.view'])
    expect(parsePermissions([])).toEqual([])
  })

  test.each([[null], [undefined], ['inbox.view'], [{ 0: 'inbox.view', length: 1 }], [new Set(['inbox.view'])], [42]])(
    '%o is no list',
    (value) => {
      expect(parsePermissions(value)).toBeNull()
    },
  )
})
