import type { Bits, Needs } from './bits.ts'
import { catalogue, needsOf } from './catalogue.ts'
import { type Grants, grantsOf, toNames } from './grants.ts'

const ours = /* @__PURE__ */ needsOf(catalogue.sections)

function needsIn(bits: Bits): Needs {
  return bits.needs ?? ours
}

/** The permissions that this one is of no use without, near and far, itself not among them. */
export function neededBy<P extends string>(permission: NoInfer<P>, bits: Bits<P>): P[] {
  const needs = needsIn(bits)
  const found = new Set<string>()
  const collect = (name: string) => {
    for (const needed of needs.get(name) ?? []) {
      if (found.has(needed)) continue
      found.add(needed)
      collect(needed)
    }
  }
  collect(permission)
  return bits.names.filter((name) => name !== permission && found.has(name))
}

/** Adds what is needed by what is there: who may delete a chat may see it. */
export function closeUpwards<P extends string>(grants: Grants<P>): Grants<P> {
  const held = toNames(grants)
  return grantsOf([...held, ...held.flatMap((name) => neededBy<P>(name, grants.bits))], grants.bits)
}

/** Takes a permission away, and with it everything that is of no use without it. */
export function withdraw<P extends string>(grants: Grants<P>, permission: NoInfer<P>): Grants<P> {
  const kept = toNames(grants).filter((name) => {
    return name !== permission && !neededBy<P>(name, grants.bits).includes(permission)
  })
  return grantsOf(kept, grants.bits)
}
