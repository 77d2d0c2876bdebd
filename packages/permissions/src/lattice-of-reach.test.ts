import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChatPlace, noReach, type Reach, reachOf, reachOfDepartments, wholeReach } from './reach.ts'

// Reaches are a distributive lattice: union and meet, and nothing and all at its ends. What they lack is a complement:
// "all but Sales" is no set of clauses, for what all adds to the departments of today are those of tomorrow. The rest of
// anything but all is therefore all again. The equations of De Morgan do hold for such a rest, and say nothing: both
// sides are all, or nothing. What breaks is that a thing and its rest share nothing, and that the rest of the rest is it.

const [nothing, all] = [noReach, wholeReach]
const rest = (a: Reach) => all.minus(a)
const same = (a: Reach, b: Reach) => JSON.stringify(a) === JSON.stringify(b)

const laws: Record<string, (a: Reach, b: Reach, c: Reach) => boolean> = {
  'union: order does not matter': (a, b) => same(a.union(b), b.union(a)),
  'meet: order does not matter': (a, b) => same(a.meet(b), b.meet(a)),
  'union: grouping does not matter': (a, b, c) => same(a.union(b).union(c), a.union(b.union(c))),
  'meet: grouping does not matter': (a, b, c) => same(a.meet(b).meet(c), a.meet(b.meet(c))),
  absorption: (a, b) => same(a.union(a.meet(b)), a) && same(a.meet(a.union(b)), a),
  'meet over union': (a, b, c) => same(a.meet(b.union(c)), a.meet(b).union(a.meet(c))),
  'union over meet': (a, b, c) => same(a.union(b.meet(c)), a.union(b).meet(a.union(c))),
  idempotence: (a) => same(a.union(a), a) && same(a.meet(a), a),
  'nothing and all are the ends': (a) =>
    same(a.union(nothing), a) && same(a.meet(all), a) && all.covers(a) && a.covers(nothing),
  'what is missing and what is shared are the whole': (a, b) => same(a.minus(b).union(a.meet(b)), a),
  'minus is the least that completes': (a, b, c) => c.covers(a.minus(b)) === b.union(c).covers(a),
  'covers is the order of union': (a, b) => a.covers(b) === same(a.union(b), a),
  'covers is the order of meet': (a, b) => a.covers(b) === same(a.meet(b), b),
  'covers: both ways means equal': (a, b) => (a.covers(b) && b.covers(a)) === same(a, b),
  'covers carries over': (a, b, c) => !(a.covers(b) && b.covers(c)) || a.covers(c),
  'empty is what nothing covers': (a) => a.isEmpty === nothing.covers(a),
  'the rest completes': (a) => same(a.union(rest(a)), all),
  'De Morgan, of which nothing follows': (a, b) =>
    same(rest(a.union(b)), rest(a).meet(rest(b))) && same(rest(a.meet(b)), rest(a).union(rest(b))),
}

/** Where each departs from sets, with what shows it. */
const broken: Record<string, (a: Reach) => boolean> = {
  'a thing and its rest share nothing': (a) => same(a.meet(rest(a)), nothing),
  'the rest of the rest is the thing': (a) => same(rest(rest(a)), a),
}

const reachFrom = (departments: string[], free: 'none' | 'unrouted' | 'any'): Reach => {
  const nobodys = { none: nothing, unrouted: reachOf({ chats: 'departments', unassigned: true }, []) }
  const any = reachOf({ chats: 'mine', unassigned: true }, [])
  return reachOfDepartments(departments).union(free === 'any' ? any : nobodys[free])
}
const frees = ['none', 'unrouted', 'any'] as const

/** One department more than any reach names: tomorrow's. */
const placesIn = (departments: readonly string[]): ChatPlace[] =>
  ['me', 'other', null].flatMap((assigneeId) =>
    [...departments, 'tomorrow', null].map((departmentId) => ({ assigneeId, departmentId })),
  )

describe('for all reaches of two departments', () => {
  const every = [
    all,
    ...[[], ['a'], ['b'], ['a', 'b']].flatMap((departments) => frees.map((free) => reachFrom(departments, free))),
  ]
  const places = placesIn(['a', 'b'])
  const seen = (reach: Reach) => places.map((place) => reach.sees('me', place))

  test('there are thirteen, and no two see the same', () => {
    expect(new Set(every.map((reach) => JSON.stringify(reach))).size).toBe(13)
    expect(new Set(every.map((reach) => seen(reach).join())).size).toBe(13)
  })

  test.each(Object.entries(laws))('%s', (_name, law) => {
    const exceptions = every.flatMap((a) =>
      every.flatMap((b) => every.filter((c) => !law(a, b, c)).map((c) => [a, b, c])),
    )
    expect(exceptions).toEqual([])
  })

  test.each(Object.entries(broken))('not so: %s', (_name, law) => {
    expect(every.filter((a) => law(a) && !a.isEmpty && !a.all)).toEqual([])
    expect(law(reachOfDepartments(['a']))).toBe(false)
  })

  test('union sees what either sees; meet never more than both; covers whatever is seen', () => {
    for (const a of every) {
      for (const b of every) {
        const [ofA, ofB, either, both] = [a, b, a.union(b), a.meet(b)].map(seen)
        expect(either).toEqual(places.map((_place, at) => ofA?.[at] || ofB?.[at]))
        expect(places.filter((_place, at) => both?.[at] && !(ofA?.[at] && ofB?.[at]))).toEqual([])
        expect([a, b, a.covers(b)]).toEqual([a, b, places.every((_place, at) => ofA?.[at] || !ofB?.[at])])
      }
    }
  })
})

describe('for random reaches of many departments', () => {
  const names = Array.from({ length: 40 }, (_, i) => `department ${i}`)
  const anyReach = fc.oneof(
    { weight: 1, arbitrary: fc.constant(all) },
    { weight: 9, arbitrary: fc.tuple(fc.subarray(names), fc.constantFrom(...frees)).map((some) => reachFrom(...some)) },
  )
  const places = placesIn(names)

  test.each(Object.entries(laws))('%s', (_name, law) => {
    fc.assert(fc.property(anyReach, anyReach, anyReach, law))
  })

  test('union sees what either sees; meet never more than both; covers whatever is seen', () => {
    fc.assert(
      fc.property(anyReach, anyReach, (a, b) => {
        const covered = places.every((place) => a.sees('me', place) || !b.sees('me', place))
        expect(a.covers(b)).toBe(covered)
        for (const place of places) {
          const [inA, inB] = [a.sees('me', place), b.sees('me', place)]
          expect(a.union(b).sees('me', place)).toBe(inA || inB)
          if (a.meet(b).sees('me', place)) expect([inA, inB]).toEqual([true, true])
        }
      }),
    )
  })
})
