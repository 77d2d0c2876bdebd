import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf } from './bits.ts'
import { defaultRoles } from './default-roles.ts'
import { allGrants, covers, type Grants, grantsOf, has, intersect, noGrants, toNames, union } from './grants.ts'
import { names } from './names.ts'
import { closeUpwards, withdraw } from './requires.ts'

describe('closeUpwards', () => {
  test('adds what is needed, near and far', () => {
    expect(toNames(closeUpwards(grantsOf(['inbox.delete'])))).toEqual(['inbox.view', 'inbox.delete'])
    expect(toNames(closeUpwards(grantsOf(['contacts.import'])))).toEqual([
      'contacts.view',
      'contacts.edit',
      'contacts.import',
    ])
    expect(toNames(closeUpwards(grantsOf(['team.administrators'])))).toEqual([
      'team.view',
      'team.invite',
      'team.manage',
      'team.administrators',
    ])
  })

  test('leaves alone what needs nothing more', () => {
    expect(closeUpwards(noGrants)).toEqual(noGrants)
    for (const grants of Object.values(defaultRoles)) expect(closeUpwards(grants)).toEqual(grants)
  })
})

describe('withdraw', () => {
  test('takes along what is of no use without it, near and far', () => {
    expect(toNames(withdraw(grantsOf(['inbox.view', 'inbox.reply', 'contacts.view']), 'inbox.view'))).toEqual([
      'contacts.view',
    ])
    const team = grantsOf(['team.view', 'team.invite', 'team.manage', 'team.administrators', 'team.status'])
    expect(toNames(withdraw(team, 'team.view'))).toEqual(['team.status'])
    expect(toNames(withdraw(team, 'team.invite'))).toEqual(['team.status', 'team.view', 'team.manage'])
  })

  test('what is not held cannot be taken', () => {
    expect(withdraw(grantsOf(['contacts.view']), 'inbox.view')).toEqual(grantsOf(['contacts.view']))
  })
})

describe('the laws of both, for random grants', () => {
  const anyGrants = fc.subarray([...names]).map((some) => grantsOf(some))
  const anyName = fc.constantFrom(...names)

  test('closing adds, keeps order, and twice is once', () => {
    fc.assert(
      fc.property(anyGrants, anyGrants, (a, b) => {
        expect(covers(closeUpwards(a), a)).toBe(true)
        expect(closeUpwards(closeUpwards(a))).toEqual(closeUpwards(a))
        expect(covers(closeUpwards(union(a, b)), closeUpwards(a))).toBe(true)
        expect(closeUpwards(union(a, b))).toEqual(union(closeUpwards(a), closeUpwards(b)))
      }),
    )
  })

  test('withdrawing takes it, adds nothing, and leaves what was closed closed', () => {
    fc.assert(
      fc.property(anyGrants, anyName, (some, name) => {
        const closed = closeUpwards(some)
        const left = withdraw(closed, name)
        expect(has(left, name)).toBe(false)
        expect(covers(closed, left)).toBe(true)
        expect(closeUpwards(left)).toEqual(left)
        expect(withdraw(left, name)).toEqual(left)
      }),
    )
  })

  test('withdrawing leaves as much as it can: any closed part without the name is still there', () => {
    fc.assert(
      fc.property(anyGrants, anyGrants, anyName, (some, part, name) => {
        const closed = closeUpwards(some)
        const smaller = closeUpwards(intersect(closed, part))
        if (!has(smaller, name)) expect(covers(withdraw(closed, name), smaller)).toBe(true)
      }),
    )
  })

  test('the order of two withdrawals does not matter', () => {
    fc.assert(
      fc.property(anyGrants, anyName, anyName, (some, a, b) => {
        expect(withdraw(withdraw(some, a), b)).toEqual(withdraw(withdraw(some, b), a))
      }),
    )
  })
})

describe('for every way in which three permissions can need each other, circles too', () => {
  const three = ['a.a', 'b.b', 'c.c']
  const arrows = three.flatMap((from) => three.filter((to) => to !== from).map((to) => [from, to] as const))

  test('closing and withdrawing are what walking the arrows says', () => {
    let tried = 0
    for (let graph = 0; graph < 2 ** arrows.length; graph++) {
      const drawn = arrows.filter((_, i) => (graph >> i) % 2 === 1)
      const sections = three.map((name) => {
        const needs = drawn.filter(([from]) => from === name).map(([, to]) => to)
        const [key = '', action = ''] = name.split('.')
        const actions = { [action]: { label: name, describes: name, risk: 'low' as const, needs } }
        return { key, label: key, describes: key, actions }
      })
      const bits = bitsOf(three, null, sections)
      for (let set = 0; set < 2 ** three.length; set++) {
        const held = three.filter((_, i) => (set >> i) % 2 === 1)
        const grants: Grants<string> = grantsOf<string>(held, bits)
        expect(toNames(closeUpwards(grants))).toEqual(
          three.filter((name) => held.some((h) => walk(h, drawn).has(name))),
        )
        for (const gone of three) {
          expect(toNames(withdraw(grants, gone))).toEqual(held.filter((name) => !walk(name, drawn).has(gone)))
          tried++
        }
      }
    }
    expect(tried).toBe(64 * 8 * 3)
  })

  /** Where the arrows lead from here, by trying as many steps as there are names. */
  function walk(start: string, drawn: (readonly [string, string])[]): Set<string> {
    const there = new Set([start])
    for (let step = 0; step < three.length; step++) {
      for (const [from, to] of drawn) if (there.has(from)) there.add(to)
    }
    return there
  }
})

test('everything is closed', () => {
  expect(closeUpwards(allGrants)).toEqual(allGrants)
})
