import { expect, test } from 'vitest'
import { explore, type Found, share } from './explore.ts'
import { type Fault, faults } from './faults.ts'
import { Reckoning } from './reckoning.ts'

/** The first act of that kind that the table permits and that must not be; null: there is none. */
function firstFound({ act, table }: Fault): Found | null {
  let first: Found | null = null
  const found = (what: Found) => {
    if (what.step.act === act) first ??= what
    return first === null
  }
  explore(share, new Reckoning(table), { found })
  return first
}

test.each(faults)('is found: $name', { timeout: 60_000 }, (fault) => {
  expect(firstFound(fault)).toMatchObject({ step: { act: fault.act } })
})
