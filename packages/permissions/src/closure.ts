import type { Bits } from './bits.ts'
import { type Grants, grantsOf, has, toNames, union } from './grants.ts'
import type { Needs } from './needs.ts'

// What comes along with a permission and what goes with it, for a catalogue whose needs are given: our own (requires.ts),
// or the one that a browser was told (printed.ts).

export function closeWith<P extends string>(grants: Grants<P>, needs: Needs): Grants<P> {
  const closed = closures(grants.bits, needs)
  return toNames(grants).reduce<Grants<P>>((all, name) => union(all, closed.get(name) as Grants<P>), grants)
}

export function withdrawWith<P extends string>(grants: Grants<P>, permission: NoInfer<P>, needs: Needs): Grants<P> {
  const closed = closures(grants.bits, needs)
  const kept = toNames(grants).filter((name) => !has<string>(closed.get(name) as Grants<string>, permission))
  return grantsOf<string>(kept, grants.bits) as Grants<P>
}

type Closures = ReadonlyMap<string, Grants<string>>

const known = /* @__PURE__ */ new WeakMap<Bits, Closures>()

/** Each permission with everything that it needs, worked out once for each catalogue. */
function closures(bits: Bits, needs: Needs): Closures {
  const found = known.get(bits)
  // Stryker disable next-line ConditionalExpression: without the memory the answer is the same, only slower
  if (found !== undefined) return found
  const made = new Map(bits.names.map((name) => [name, grantsOf(withNeeds(name, needs), bits)]))
  known.set(bits, made)
  return made
}

/**
 * A permission with all that it needs, near and far, by name. Every name of a catalogue has an entry in its needs, be it
 * an empty one (needsOf).
 */
function withNeeds(name: string, needs: Needs, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const needed of needs.get(name) as readonly string[]) withNeeds(needed, needs, found)
  return found
}
