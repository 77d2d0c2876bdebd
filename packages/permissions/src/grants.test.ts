import { describe, expect, test } from 'vitest'
import { Bit } from './bit.ts'
import { bitOf, bitsOf, core } from './bits.ts'
import {
  allGrants,
  covers,
  type Grants,
  grantsOf,
  has,
  holds,
  intersect,
  isEmpty,
  minus,
  noGrants,
  toNames,
  union,
} from './grants.ts'
import { names, type Permission } from './names.ts'
import { odd } from './testing/odd.ts'

describe('has', () => {
  test('each permission alone is held, and no other with it', () => {
    for (const name of names) {
      const held = names.filter((other) => has(grantsOf([name]), other))
      expect(held).toEqual([name])
    }
  })

  test('a full pair of words still holds each of its 62 apart', () => {
    const bits = bitsOf(Array.from({ length: 62 }, (_, i) => `many.${i}`))
    for (const name of bits.names) {
      expect(bits.names.filter((other) => has<string>(grantsOf<string>([name], bits), other))).toEqual([name])
    }
  })

  test.each(odd.map((value) => [value]))('%o is denied even by everything', (value) => {
    expect(has(allGrants, value as Permission)).toBe(false)
  })
})

describe('holds', () => {
  test('is what has says of the name', () => {
    for (const name of names) {
      const held = names.filter((other) => holds(grantsOf([name]), bitOf(other)))
      expect(held).toEqual([name])
    }
  })

  test('the bit of another catalogue is taken by its name, not by its place', () => {
    const crm = bitsOf([...core.names, 'crm.view', 'crm.edit'], core)
    const deals = bitsOf([...core.names, 'deals.view', 'crm.view'], core)
    expect(holds(grantsOf<string>(['crm.view'], crm), bitOf('crm.view', deals))).toBe(true)
    expect(holds(grantsOf<string>(['crm.edit'], crm), bitOf('crm.view', deals))).toBe(false)
    expect(holds(grantsOf<string>(['crm.view'], crm), bitOf('deals.view', deals))).toBe(false)
    expect(holds(grantsOf<string>(['inbox.view'], crm), bitOf('inbox.view'))).toBe(true)
    expect(holds<string>(allGrants, bitOf('crm.view', crm))).toBe(false)
  })

  test.each(odd.map((value) => [value]))('%o is denied even by everything', (value) => {
    expect(holds(allGrants, value as Bit<Permission>)).toBe(false)
  })

  test('so is what only looks like a bit', () => {
    const alike = { name: 'inbox.view', low: -1, high: -1, home: {} }
    expect(holds(allGrants, alike as unknown as Bit<Permission>)).toBe(false)
    expect(holds(allGrants, new Bit<string>('inbox.fly', 1, {}) as Bit<Permission>)).toBe(false)
  })
})

test('an unknown name is denied twice over: bit 0, which it would read, is neither read nor ever held', () => {
  const forged = { low: 1, high: 1, bits: core } as unknown as Grants
  expect(has(forged, 'inbox.fly' as Permission)).toBe(false)
  expect((allGrants.low | allGrants.high) & 1).toBe(0)
  expect(grantsOf(['inbox.view'])).toMatchObject({ low: 0b10, high: 0 })
  expect(grantsOf(['domains.view'])).toMatchObject({ low: 0, high: 0b10 })
})

describe('grantsOf', () => {
  test('what is unknown grants nothing', () => {
    expect(grantsOf(odd as Permission[])).toEqual(noGrants)
    expect(isEmpty(grantsOf(odd as Permission[]))).toBe(true)
    expect(toNames(grantsOf(['inbox.view', ...(odd as Permission[])]))).toEqual(['inbox.view'])
  })

  test('takes any iterable, also one that repeats itself', () => {
    const twice = function* (): Generator<Permission> {
      yield 'audit.view'
      yield 'inbox.view'
      yield 'audit.view'
    }
    expect(toNames(grantsOf(twice()))).toEqual(['inbox.view', 'audit.view'])
    expect(toNames(grantsOf(new Set<Permission>(['team.view'])))).toEqual(['team.view'])
  })

  test('all and nothing are what they say', () => {
    expect(toNames(allGrants)).toEqual(names)
    expect(toNames(noGrants)).toEqual([])
    expect(isEmpty(noGrants)).toBe(true)
    expect(isEmpty(allGrants)).toBe(false)
  })

  test('one permission in either word is not empty', () => {
    expect(isEmpty(grantsOf(['inbox.view']))).toBe(false)
    expect(isEmpty(grantsOf(['audit.view']))).toBe(false)
  })
})

describe('the value itself', () => {
  test('cannot be changed', () => {
    const grants = grantsOf(['inbox.view']) as { low: number }
    expect(() => {
      grants.low = -1
    }).toThrow(TypeError)
  })

  test('travels as names, never as words', () => {
    expect(JSON.stringify({ grants: grantsOf(['inbox.view', 'audit.view']) })).toBe(
      '{"grants":["inbox.view","audit.view"]}',
    )
  })

  test('two that hold the same are equal, two that do not are not', () => {
    expect(grantsOf(['inbox.view', 'audit.view'])).toEqual(grantsOf(['audit.view', 'inbox.view']))
    expect(grantsOf(['inbox.view'])).not.toEqual(grantsOf(['inbox.reply']))
  })
})

describe('grants of an extended catalogue', () => {
  const more = bitsOf([...core.names, 'crm.view', 'crm.edit'] as const, core)
  const crm = grantsOf(['inbox.view', 'crm.view'], more)

  test('mix with those of the one that it extends', () => {
    const sum: Grants<Permission | 'crm.view' | 'crm.edit'> = union(crm, grantsOf(['audit.view']))
    expect(toNames(sum)).toEqual(['inbox.view', 'audit.view', 'crm.view'])
    expect(toNames(union<'crm.view' | 'crm.edit' | Permission>(noGrants, crm))).toEqual(['inbox.view', 'crm.view'])
    expect(toNames(minus(crm, allGrants))).toEqual(['crm.view'])
    expect(toNames(intersect(crm, allGrants))).toEqual(['inbox.view'])
    expect(covers(crm, grantsOf(['inbox.view']))).toBe(true)
    expect(covers(allGrants, crm)).toBe(false)
  })

  test('are unknown to the one that it extends', () => {
    expect(has<string>(allGrants, 'crm.view')).toBe(false)
    expect(has(crm, 'crm.view')).toBe(true)
    expect(has(crm, 'crm.edit')).toBe(false)
  })

  test('do not mix with those of a stranger', () => {
    const other = grantsOf(['deals.view'], bitsOf([...core.names, 'deals.view'], core))
    for (const mix of [union, minus, intersect, covers]) {
      expect(() => mix<string>(crm, other)).toThrow('do not extend each other')
    }
  })
})
