import { describe, expect, test } from 'vitest'
import type { Bit } from './bit.ts'
import { bitOf, bitsOf } from './bits.ts'
import { can, decide } from './decide.ts'
import { defaultRoles } from './default-roles.ts'
import { allGrants, grantsOf, noGrants } from './grants.ts'
import { names, type Permission } from './names.ts'
import { reachOf } from './reach.ts'
import { odd } from './testing/odd.ts'

const reach = reachOf({ chats: 'departments', unassigned: true }, ['sales'])
const agent = { grants: defaultRoles.Agent, role: 'Agent', reach }

describe('decide', () => {
  test('allows with what is reached', () => {
    expect(decide(agent, 'inbox.delete')).toEqual({ allowed: true, reach })
  })

  test('names what is missing and the role that lacks it', () => {
    expect(decide(agent, 'reports.view')).toEqual({
      allowed: false,
      missing: 'reports.view',
      role: 'Agent',
      why: 'role',
    })
  })

  test('says when only the token lacks it', () => {
    const token = grantsOf(['inbox.view'])
    expect(decide({ ...agent, token }, 'inbox.view')).toEqual({ allowed: true, reach })
    expect(decide({ ...agent, token }, 'inbox.delete')).toMatchObject({ allowed: false, why: 'token' })
  })

  test('no token limits nothing', () => {
    expect(decide({ ...agent, token: null }, 'inbox.view')).toEqual({ allowed: true, reach })
    expect(decide({ ...agent, token: undefined }, 'inbox.view')).toEqual({ allowed: true, reach })
  })

  test('a token adds nothing to the role, and an empty one leaves nothing', () => {
    expect(decide({ ...agent, token: allGrants }, 'reports.view')).toMatchObject({ allowed: false, why: 'role' })
    expect(decide({ ...agent, token: noGrants }, 'inbox.view')).toMatchObject({ allowed: false, why: 'token' })
  })

  test.each(odd.map((value) => [value]))('%o is unknown, to everybody and every token', (value) => {
    const boss = { grants: allGrants, role: 'Administrator', reach }
    const missing = typeof value === 'string' ? value : typeof value
    const denied = { allowed: false, missing, role: 'Administrator', why: 'unknown' }
    expect(decide(boss, value as string)).toEqual(denied)
    expect(decide({ ...boss, token: allGrants }, value as string)).toEqual(denied)
    expect(can(allGrants, value as Permission)).toBe(false)
  })
})

describe('decide, asked with a bit', () => {
  test('is the same answer', () => {
    const token = grantsOf(['inbox.view'])
    for (const [role, grants] of Object.entries(defaultRoles)) {
      for (const name of names) {
        for (const who of [
          { grants, role, reach },
          { grants, role, reach, token },
        ])
          expect(decide(who, bitOf(name))).toEqual(decide(who, name))
      }
    }
  })

  test('that the catalogue does not have, names it', () => {
    const denied = { allowed: false, missing: 'crm.view', role: 'Agent', why: 'unknown' }
    expect(decide(agent, bitOf('crm.view', bitsOf(['crm.view'])))).toEqual(denied)
  })

  test('what only looks like one is unknown', () => {
    const alike = { name: 'inbox.view', low: -1, high: -1, home: {} } as unknown as Bit
    expect(decide(agent, alike)).toEqual({ allowed: false, missing: 'object', role: 'Agent', why: 'unknown' })
  })
})

test('can is the same answer', () => {
  for (const [role, grants] of Object.entries(defaultRoles)) {
    for (const name of names) expect(can(grants, name)).toBe(decide({ grants, role, reach }, name).allowed)
  }
})
