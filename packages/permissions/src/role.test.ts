import { describe, expect, test } from 'vitest'
import { catalogue, extend } from './catalogue.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles } from './default-roles.ts'
import { noGrants, toNames } from './grants.ts'
import { grantsOfRole, isCustom } from './role.ts'
import { defineSection } from './section.ts'
import { odd } from './testing/odd.ts'

const custom = (permissions: string[], full_sections: string[] = []) => ({ preset: null, permissions, full_sections })

describe('a default role', () => {
  test.each(defaultRoleNames)('%s is what the code says, whatever its row says', (preset) => {
    const row = { preset, permissions: ['billing.card'], full_sections: ['billing'] }
    expect(grantsOfRole(row)).toBe(defaultRoles[preset])
  })

  test.each(['administrator', 'ADMINISTRATOR', 'Administrator ', 'Owner', '', '__proto__', 'constructor', 'toString'])(
    '%j is none and may do nothing',
    (preset) => {
      expect(grantsOfRole({ preset, permissions: ['inbox.view'], full_sections: ['inbox'] })).toBe(noGrants)
    },
  )
})

describe('a custom role', () => {
  test('holds its permissions and what they need', () => {
    expect(toNames(grantsOfRole(custom(['inbox.delete', 'audit.view'])))).toEqual([
      'inbox.view',
      'inbox.delete',
      'audit.view',
    ])
  })

  test('holds the whole of a section with full access, and nothing of its neighbours', () => {
    expect(toNames(grantsOfRole(custom([], ['replies', 'audit'])))).toEqual([
      'replies.use',
      'replies.manage',
      'audit.view',
    ])
    expect(toNames(grantsOfRole(custom(['replies.use'], ['reports'])))).toEqual([
      'replies.use',
      'reports.view',
      'reports.export',
    ])
  })

  test('gains nothing from what does not exist', () => {
    const names = odd.filter((value) => typeof value === 'string')
    expect(
      toNames(
        grantsOfRole(
          custom(
            names,
            names.filter((name) => name !== 'inbox'),
          ),
        ),
      ),
    ).toEqual([])
    expect(toNames(grantsOfRole(custom([])))).toEqual([])
  })
})

test('only a custom role can be edited', () => {
  expect(isCustom({ preset: null })).toBe(true)
  expect(isCustom({ preset: 'Support' })).toBe(false)
  expect(isCustom({ preset: '' })).toBe(false)
})

describe('among an extended catalogue', () => {
  const crm = defineSection('crm', {
    label: 'Deals',
    describes: 'Deals',
    actions: {
      view: { label: 'See deals', describes: 'See', risk: 'low' },
      edit: { label: 'Edit deals', describes: 'Edit', risk: 'low', needs: ['crm.view'] },
    },
  })
  const extended = extend(catalogue, crm)

  test('its permissions count', () => {
    expect(toNames(grantsOfRole(custom(['crm.edit']), extended))).toEqual(['crm.view', 'crm.edit'])
    expect(toNames(grantsOfRole(custom([], ['crm']), extended))).toEqual(['crm.view', 'crm.edit'])
    expect(grantsOfRole({ ...custom([]), preset: 'Administrator' }, extended)).toBe(extended.roles.Administrator)
  })

  test('among ours they do not', () => {
    expect(toNames(grantsOfRole(custom(['crm.edit'], ['crm'])))).toEqual([])
  })
})
