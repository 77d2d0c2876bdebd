import type { CatalogueSection, RoleSummary } from '@rolecall/protocol'

type Permission = CatalogueSection['permissions'][number]

export interface Asked {
  search: string
  /** Ids of the two roles that are compared; '': all are shown. */
  left: string
  right: string
  onlyDifferent: boolean
}

export interface Shown {
  roles: readonly RoleSummary[]
  sections: { label: string; permissions: (Permission & { differs: boolean })[] }[]
  /** In how many permissions the two differ; null: they are not two. */
  different: number | null
}

/** What of the matrix is asked for: two roles or all, the permissions with these words, and of two those that differ. */
export function shownOf(sections: readonly CatalogueSection[], all: readonly RoleSummary[], asked: Asked): Shown {
  const pair = [asked.left, asked.right].flatMap((id) => all.find((role) => role.id === id) ?? [])
  const [a, b] = pair
  const differs = ({ name }: Permission) => a !== undefined && b !== undefined && holds(a, name) !== holds(b, name)
  const wanted = asked.search.trim().toLocaleLowerCase()
  const fits = (section: CatalogueSection, one: Permission) =>
    [section.label, one.label, one.name, one.describes].some((text) => text.toLocaleLowerCase().includes(wanted))
  return {
    roles: pair.length === 2 ? pair : all,
    different: pair.length === 2 ? sections.flatMap((one) => one.permissions).filter(differs).length : null,
    sections: sections.flatMap((section) => {
      const permissions = section.permissions
        .filter((one) => fits(section, one))
        .map((one) => ({ ...one, differs: differs(one) }))
        .filter((one) => one.differs || !asked.onlyDifferent || pair.length < 2)
      return permissions.length === 0 ? [] : [{ label: section.label, permissions }]
    }),
  }
}

export const holds = (role: RoleSummary, name: string): boolean => role.grants.includes(name)
