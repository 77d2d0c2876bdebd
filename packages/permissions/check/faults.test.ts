import { expect, test } from 'vitest'
import type { Found, RolePair } from './explore.ts'
import type { Fault } from './faults.ts'
import { explore, faults, Reckoning } from './native.ts'

/** Roles with which every fault shows: one must be met within these, or the check is blind to it. */
const pairs: readonly RolePair[] = [
  [8, 22],
  [6, 11],
  [4, 4],
]

/** The first act of that kind that the table permits and that must not be; null: there is none. */
function firstFound({ act, table }: Fault): Found | null {
  let first: Found | null = null
  const found = (what: Found) => {
    if (what.step.act === act) first ??= what
    return first === null
  }
  explore(pairs, new Reckoning(table), { found })
  return first
}

test.each(faults)('is found: $name', { timeout: 600_000 }, (fault) => {
  expect(firstFound(fault)).toMatchObject({ step: { act: fault.act } })
})
