import type { Bits } from './bits.ts'
import { catalogue } from './catalogue.ts'
import { closeWith, withdrawWith } from './closure.ts'
import type { Grants } from './grants.ts'
import { type Needs, needsOf } from './needs.ts'

/** Adds what is needed by what is there, near and far: who may delete a chat may see it. */
export function closeUpwards<P extends string>(grants: Grants<P>): Grants<P> {
  return closeWith(grants, needsIn(grants.bits))
}

/** Takes a permission away, and with it everything that is of no use without it. */
export function withdraw<P extends string>(grants: Grants<P>, permission: NoInfer<P>): Grants<P> {
  return withdrawWith(grants, permission, needsIn(grants.bits))
}

const known = new WeakMap<Bits, Needs>()

/** Of our own catalogue they stand in its sections. Worked out once for each: every call of a member asks for them. */
function needsIn(bits: Bits): Needs {
  const needs = known.get(bits) ?? needsOf(bits.sections ?? catalogue.sections)
  // Stryker disable next-line CallExpression: without the memory the answer is the same, only slower
  known.set(bits, needs)
  return needs
}
