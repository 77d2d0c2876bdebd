import type { Bits } from './bits.ts'
import { catalogue } from './catalogue.ts'
import { type Grants, grantsOf, has, toNames, union } from './grants.ts'
import { type Needs, needsOf } from './needs.ts'

/** Adds what is needed by what is there, near and far: who may delete a chat may see it. */
export function closeUpwards<P extends string>(grants: Grants<P>): Grants<P> {
  const closed = closures(grants.bits)
  return toNames(grants).reduce<Grants<P>>((all, name) => union(all, closed.get(name) as Grants<P>), grants)
}

/** Takes a permission away, and with it everything that is of no use without it. */
export function withdraw<P extends string>(grants: Grants<P>, permission: NoInfer<P>): Grants<P> {
  const closed = closures(grants.bits)
  const kept = toNames(grants).filter((name) => !has<string>(closed.get(name) as Grants<string>, permission))
  return grantsOf<string>(kept, grants.bits) as Grants<P>
}

type Closures = ReadonlyMap<string, Grants<string>>

const known = new WeakMap<Bits, Closures>()

/** Each permission with everything that it needs, worked out once for each catalogue. */
function closures(bits: Bits): Closures {
  const found = known.get(bits)
  // Stryker disable next-line ConditionalExpression: without the memory the answer is the same, only slower
  if (found !== undefined) return found
  const needs = needsOf(bits.sections ?? catalogue.sections)
  const made = new Map(bits.names.map((name) => [name, grantsOf(withNeeds(name, needs), bits)]))
  known.set(bits, made)
  return made
}

/**
 * A permission with all that it needs, near and far, by name. Every name of a catalogue has an entry in its needs, be it
 * an empty one (needsOf).
 */
export function withNeeds(name: string, needs: Needs, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const needed of needs.get(name) as readonly string[]) withNeeds(needed, needs, found)
  return found
}
