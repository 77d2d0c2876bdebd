import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf, core } from './bits.ts'
import {
  allGrants,
  covers,
  type Grants,
  grantsOf,
  intersect,
  isEmpty,
  minus,
  noGrants,
  toNames,
  union,
} from './grants.ts'
import { names } from './names.ts'

// Sets of permissions are a Boolean lattice. Every law of it is tried for all sets of a small scope that straddles the
// two words, and for random sets of the whole catalogue.
type Any = Grants<string>

const laws: Record<string, (a: Any, b: Any, c: Any, nothing: Any, all: Any) => boolean> = {
  'union: order does not matter': (a, b) => same(union(a, b), union(b, a)),
  'intersect: order does not matter': (a, b) => same(intersect(a, b), intersect(b, a)),
  'union: grouping does not matter': (a, b, c) => same(union(union(a, b), c), union(a, union(b, c))),
  'intersect: grouping does not matter': (a, b, c) =>
    same(intersect(intersect(a, b), c), intersect(a, intersect(b, c))),
  absorption: (a, b) => same(union(a, intersect(a, b)), a) && same(intersect(a, union(a, b)), a),
  distribution: (a, b, c) => same(intersect(a, union(b, c)), union(intersect(a, b), intersect(a, c))),
  idempotence: (a) => same(union(a, a), a) && same(intersect(a, a), a),
  'nothing and all are the ends': (a, _b, _c, nothing, all) =>
    same(union(a, nothing), a) && same(intersect(a, all), a) && covers(all, a) && covers(a, nothing),
  'the rest completes': (a, _b, _c, nothing, all) =>
    same(union(a, minus(all, a)), all) && same(intersect(a, minus(all, a)), nothing),
  'De Morgan': (a, b, _c, _nothing, all) => same(minus(all, union(a, b)), intersect(minus(all, a), minus(all, b))),
  'minus takes exactly what both hold': (a, b) => same(minus(a, b), minus(a, intersect(a, b))),
  'minus and the common part are the whole': (a, b) => same(union(minus(a, b), intersect(a, b)), a),
  'covers is the order of union': (a, b) => covers(a, b) === same(union(a, b), a),
  'covers is the order of intersect': (a, b) => covers(a, b) === same(intersect(a, b), b),
  'covers: both ways means equal': (a, b) => (covers(a, b) && covers(b, a)) === same(a, b),
  'covers carries over': (a, b, c) => !(covers(a, b) && covers(b, c)) || covers(a, c),
  'empty is what nothing covers': (a, _b, _c, nothing) => isEmpty(a) === covers(nothing, a),
  'names lead there and back': (a) => same(grantsOf<string>(toNames(a), a.bits), a),
}

/** By names, not by words: a law may not hold only because both sides share a mistake about bits. */
function same(a: Any, b: Any): boolean {
  return toNames(a).join() === toNames(b).join()
}

describe('for all sets of a small scope', () => {
  // The last two bits of the low word and the first two of the high one.
  const bits = bitsOf(Array.from({ length: 62 }, (_, i) => `many.${i}`))
  const scope = bits.names.slice(29, 33)
  const subsets = Array.from({ length: 2 ** scope.length }, (_, word) =>
    grantsOf<string>(
      scope.filter((_name, i) => (word >> i) % 2 === 1),
      bits,
    ),
  )
  const all = grantsOf<string>(scope, bits)
  const nothing = grantsOf<string>([], bits)

  test('the scope has as many sets as it should', () => {
    expect(new Set(subsets.map((set) => toNames(set).join())).size).toBe(16)
  })

  test.each(Object.entries(laws))('%s', (_name, law) => {
    const broken = subsets.flatMap((a) =>
      subsets.flatMap((b) => subsets.filter((c) => !law(a, b, c, nothing, all)).map((c) => [a, b, c].map(toNames))),
    )
    expect(broken).toEqual([])
  })
})

describe('for random sets of the whole catalogue', () => {
  const anyGrants = fc.subarray([...names]).map((some) => grantsOf(some))

  test.each(Object.entries(laws))('%s', (_name, law) => {
    fc.assert(fc.property(anyGrants, anyGrants, anyGrants, (a, b, c) => law(a, b, c, noGrants, allGrants)))
  })

  test('the sets are those of the catalogue', () => {
    fc.assert(fc.property(anyGrants, (a) => a.bits === core && covers(allGrants, a)))
  })
})
