import type { Bits } from './bits.ts'
import { catalogue } from './catalogue.ts'
import { type Grants, grantsOf } from './grants.ts'
import { permissionsOf, type Section } from './section.ts'

/** The permissions whose effect the reach decides. */
export interface RowRights {
  /** Those that open rows by themselves (`inbox.view`): without one of them a wide reach shows nothing. */
  readonly view: Grants<string>
  /** Those and all that is done with what they show. */
  readonly all: Grants<string>
}

const known = new WeakMap<Bits, RowRights>()

/** Read from the sections that are `scoped`, once for each catalogue. */
export function rowRights(bits: Bits): RowRights {
  const found = known.get(bits)
  // Stryker disable next-line ConditionalExpression: without the memory the answer is the same, only slower
  if (found !== undefined) return found
  const scoped = (bits.sections ?? catalogue.sections).filter((section: Section) => section.scoped === true)
  const views = scoped.flatMap(({ key, actions }: Section) =>
    // Stryker disable next-line ArrayDeclaration: whatever is the name of nothing grants nothing
    Object.entries(actions).flatMap(([name, { needs = [] }]) => (needs.length === 0 ? `${key}.${name}` : [])),
  )
  const made = { view: grantsOf<string>(views, bits), all: grantsOf<string>(scoped.flatMap(permissionsOf), bits) }
  // Stryker disable next-line CallExpression: without the memory the answer is the same, only slower
  known.set(bits, made)
  return made
}
