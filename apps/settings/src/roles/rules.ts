import { withNeeds } from '@rolecall/permissions'
import type { CatalogueSection, RoleDraft } from '@rolecall/protocol'

/** The catalogue of this server as the editor reckons with it: sections of sibling apps are in it like ours. */
export interface Rules {
  sections: readonly CatalogueSection[]
  /** In the order of the catalogue. */
  names: readonly string[]
  needs: ReadonlyMap<string, readonly string[]>
  labels: ReadonlyMap<string, string>
}

export function rulesOf(sections: readonly CatalogueSection[]): Rules {
  const all = sections.flatMap(({ permissions }) => permissions)
  return {
    sections,
    names: all.map(({ name }) => name),
    needs: new Map(all.map(({ name, needs }) => [name, needs])),
    labels: new Map(all.map(({ name, label }) => [name, label])),
  }
}

export const sectionKeyOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** Everything that a draft grants: Full Access, ticks, and what these need. */
export function held(draft: RoleDraft, { names, needs }: Rules): Set<string> {
  const whole = names.filter((name) => draft.fullSections.includes(sectionKeyOf(name)))
  const found = new Set<string>()
  for (const name of [...whole, ...draft.permissions]) if (needs.has(name)) withNeeds(name, needs, found)
  return found
}

/** What is of no use without this permission, itself included. */
export const dependants = (name: string, { names, needs }: Rules): string[] =>
  names.filter((other) => withNeeds(other, needs).has(name))

export interface SectionState {
  kind: 'off' | 'partial' | 'full'
  on: number
  of: number
}

/** Off, Partial or Full. Full is Full Access: a list of ticks is Partial even when it is complete, for it does not grow. */
export function stateOf(draft: RoleDraft, section: CatalogueSection, rules: Rules): SectionState {
  const granted = held(draft, rules)
  const on = section.permissions.filter(({ name }) => granted.has(name)).length
  const of = section.permissions.length
  if (draft.fullSections.includes(section.key)) return { kind: 'full', on: of, of }
  return { kind: on === 0 ? 'off' : 'partial', on, of }
}
