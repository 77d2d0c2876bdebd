import type { ExtraRow, RoleRow } from '@rolecall/db'
import { type Catalogue, closeUpwards, grantsOf, has, toNames } from '@rolecall/permissions'
import type { Because } from '@rolecall/protocol'
import { labelOf } from '../guard/deny.ts'

/** Why a role grants a permission; null: it does not. */
export function becauseOfRole(role: RoleRow, permission: string, catalogue: Catalogue): Because | null {
  const because = (kind: Because['kind'], text: string): Because => ({ kind, text, until: null })
  if (role.preset !== null) {
    const granted = has<string>(catalogue.roles[role.preset as 'Agent'], permission)
    return granted ? because('default', `part of the default role ${role.name}`) : null
  }
  const section = catalogue.sections.find(({ key }) => key === permission.slice(0, permission.indexOf('.')))
  if (section && role.full_sections.includes(section.key)) {
    return because('full', `Full Access to ${section.label} in the role ${role.name}`)
  }
  if (role.permissions.includes(permission)) return because('role', `ticked in the role ${role.name}`)
  const needing = neededBy(role, permission, catalogue)
  return needing === null
    ? null
    : because('needed', `needed by “${labelOf(catalogue, needing)}” in the role ${role.name}`)
}

/** Why something held beside the role grants a permission; null: it does not. */
export function becauseOfExtra(
  { permission: given, role, ends_at: until }: ExtraRow,
  permission: string,
  catalogue: Catalogue,
): Because | null {
  const length = until === null ? 'for good' : 'for a while'
  if (role) {
    return (
      becauseOfRole(role, permission, catalogue) && { kind: 'extra', text: `the role ${role.name}, ${length}`, until }
    )
  }
  if (given === null || !closed(given, catalogue).includes(permission)) return null
  const needed = given === permission ? '' : `, needed by “${labelOf(catalogue, given)}”`
  return { kind: 'extra', text: `given by itself${needed}, ${length}`, until }
}

/** Every reason that a member has, the role first. None: they may not. */
export function reasons(
  role: RoleRow,
  extra: readonly ExtraRow[],
  permission: string,
  catalogue: Catalogue,
): Because[] {
  const all = [
    becauseOfRole(role, permission, catalogue),
    ...extra.map((one) => becauseOfExtra(one, permission, catalogue)),
  ]
  return all.filter((one) => one !== null)
}

const closed = (permission: string, { bits }: Catalogue): string[] =>
  toNames(closeUpwards(grantsOf<string>([permission], bits)))

/** What of the role needs this permission, so that it came along. */
function neededBy({ permissions, full_sections }: RoleRow, permission: string, catalogue: Catalogue): string | null {
  const whole = catalogue.bits.names.filter((name) => full_sections.includes(name.slice(0, name.indexOf('.'))))
  return [...permissions, ...whole].find((name) => closed(name, catalogue).includes(permission)) ?? null
}
