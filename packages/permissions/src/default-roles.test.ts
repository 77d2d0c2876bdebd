import { describe, expect, test } from 'vitest'
import { bitsOf, core } from './bits.ts'
import { defaultRoleNames } from './default-names.ts'
import { defaultRoles, withSections } from './default-roles.ts'
import { allGrants, covers, minus, toNames } from './grants.ts'
import { names } from './names.ts'

const lacks = (role: (typeof defaultRoleNames)[number]) => toNames(minus(allGrants, defaultRoles[role]))

describe('the four, in the sentences of the product text', () => {
  test('an Administrator may do everything', () => {
    expect(toNames(defaultRoles.Administrator)).toEqual(names)
  })

  test('a Supervisor, everything but card, billing information, plan, cancelling and administrators', () => {
    expect(lacks('Supervisor')).toEqual([
      'team.administrators',
      'billing.card',
      'billing.details',
      'billing.plan',
      'billing.cancel',
    ])
  })

  test('an Agent, nothing of these sections and neither of the two switches', () => {
    const closed = ['reports.', 'roles.', 'domains.', 'billing.', 'api.', 'webhooks.', 'security.']
    const agent = toNames(defaultRoles.Agent)
    expect(agent.filter((name) => closed.some((section) => name.startsWith(section)))).toEqual([])
    expect(agent).not.toContain('team.status')
    expect(agent).not.toContain('widget.visibility')
    expect(agent).not.toContain('contacts.export')
    expect(agent.filter((name) => name.startsWith('team.'))).toEqual(['team.view'])
  })

  test('Support, nine things', () => {
    expect(toNames(defaultRoles.Support)).toHaveLength(9)
    expect(lacks('Support')).toContain('inbox.delete')
  })

  test('each holds what the next one holds, and more', () => {
    for (const [i, role] of defaultRoleNames.slice(1).entries()) {
      const above = defaultRoles[defaultRoleNames[i] as (typeof defaultRoleNames)[number]]
      expect(covers(above, defaultRoles[role])).toBe(true)
      expect(covers(defaultRoles[role], above)).toBe(false)
    }
  })

  test('nobody changes them', () => {
    expect(Object.isFrozen(defaultRoles)).toBe(true)
  })
})

describe('withSections', () => {
  const bits = bitsOf([...core.names, 'crm.view', 'crm.edit', 'crm.delete'] as string[], core)
  const action = { label: 'x', describes: 'x', risk: 'low' } as const
  const crm = {
    key: 'crm',
    label: 'Deals',
    describes: 'Deals',
    actions: {
      view: { ...action, roles: ['Agent', 'Support'] },
      edit: { ...action, roles: ['Agent'] },
      delete: action,
    },
  } as const
  const extended = withSections<string>(defaultRoles, [crm], bits)
  const added = (role: (typeof defaultRoleNames)[number]) => toNames(minus(extended[role], allGrants))

  test('the Administrator holds it all, the others what the section says', () => {
    expect(added('Administrator')).toEqual(['crm.view', 'crm.edit', 'crm.delete'])
    expect(added('Supervisor')).toEqual([])
    expect(added('Agent')).toEqual(['crm.view', 'crm.edit'])
    expect(added('Support')).toEqual(['crm.view'])
  })

  test('what they held before stays as it was', () => {
    for (const role of defaultRoleNames) {
      expect(toNames(extended[role]).slice(0, toNames(defaultRoles[role]).length)).toEqual(toNames(defaultRoles[role]))
      expect(extended[role].bits).toBe(bits)
    }
  })
})
