import { type Bits, bitsOf, core } from './bits.ts'
import { type DefaultRoles, defaultRoles, withSections } from './default-roles.ts'
import { needsOf } from './needs.ts'
import { type PermissionOf, permissionsOf, type Section } from './section.ts'
import { sections } from './sections.ts'

/** The sections that govern an installation, in the order in which they are shown. */
export interface Catalogue<S extends readonly Section[] = readonly Section[]> {
  readonly sections: S
  readonly bits: Bits<PermissionOf<S[number]>>
  /** What the default roles hold of it. */
  readonly roles: DefaultRoles<PermissionOf<S[number]>>
}

export const catalogue: Catalogue<typeof sections> = { sections, bits: core, roles: defaultRoles }

/**
 * A catalogue with sections of one's own behind those of another. Names already there keep their bits, so grants made
 * with the first still mean the same.
 *
 * Throws an Error when a section exists already or needs a permission that does not, and a RangeError past 62 names.
 */
export function extend<const S extends readonly Section[], const More extends readonly Section[]>(
  base: Catalogue<S>,
  ...more: More & NewSections<S, More>
): Catalogue<readonly [...S, ...More]> {
  const added: readonly Section[] = more
  const sections = [...base.sections, ...added]
  const keys = sections.map(({ key }) => key)
  const twice = keys.find((key, i) => keys.indexOf(key) < i)
  if (twice !== undefined) throw new Error(`A section "${twice}" exists already`)
  const names = [...base.bits.names, ...added.flatMap(permissionsOf)]
  needsOf(sections) // throws where one needs what does not exist
  const bits = bitsOf(names, base.bits, sections)
  const extended: Catalogue = { sections, bits, roles: withSections(base.roles, added, bits) }
  return extended as Catalogue<readonly [...S, ...More]>
}

/** Says in the type error which section is there already. Of keys that nobody knows yet it says nothing. */
type NewSections<S extends readonly Section[], More extends readonly Section[]> = {
  [I in keyof More]: string extends More[I]['key']
    ? More[I]
    : More[I]['key'] extends S[number]['key']
      ? `A section "${More[I]['key']}" exists already`
      : More[I]
}
