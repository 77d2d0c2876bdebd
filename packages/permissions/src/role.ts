import { type Catalogue, catalogue } from './catalogue.ts'
import { type Grants, grantsOf, noGrants } from './grants.ts'
import { parseDefaultRole } from './parse.ts'
import { closeUpwards } from './requires.ts'
import type { PermissionOf, Section } from './section.ts'

/** A role as its database row has it: names, never bits. */
export interface StoredRole {
  /** The name of a default role, whose grants then come from the code, or null for a custom one. */
  readonly preset: string | null
  readonly permissions: readonly string[]
  /** Sections switched to Full Access: they also hold what is added to the section later. */
  readonly full_sections: readonly string[]
}

/** Only a custom role can be edited, renamed or deleted. */
export function isCustom(role: Pick<StoredRole, 'preset'>): boolean {
  return role.preset === null
}

/**
 * What a stored role may do. Names that the catalogue does not know are dropped; an unknown preset may do nothing.
 */
export function grantsOfRole(role: StoredRole): Grants
export function grantsOfRole<S extends readonly Section[]>(
  role: StoredRole,
  among: Catalogue<S>,
): Grants<PermissionOf<S[number]>>
export function grantsOfRole(role: StoredRole, among: Catalogue = catalogue): Grants<string> {
  if (!isCustom(role)) {
    const preset = parseDefaultRole(role.preset)
    return preset === null ? noGrants : among.roles[preset]
  }
  const full = among.bits.names.filter((name) => role.full_sections.includes(name.slice(0, name.indexOf('.'))))
  return closeUpwards(grantsOf<string>([...full, ...role.permissions], among.bits))
}
