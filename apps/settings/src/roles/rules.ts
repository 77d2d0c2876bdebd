import {
  catalogueFrom,
  dependantsOf,
  grantsOfTicks,
  type SectionState,
  sectionState,
  type ToldCatalogue,
  toNames,
} from '@rolecall/permissions'
import type { CatalogueSection, RoleDraft } from '@rolecall/protocol'

/** The catalogue of this server, as the editor shows it and reckons with it: by the same engine as the server. */
export interface Rules extends ToldCatalogue {
  sections: readonly CatalogueSection[]
  /** In the order of the cards. */
  names: readonly string[]
  labels: ReadonlyMap<string, string>
}

export function rulesOf(sections: readonly CatalogueSection[]): Rules {
  const all = sections.flatMap(({ permissions }) => permissions)
  return {
    ...catalogueFrom(sections),
    sections,
    names: all.map(({ name }) => name),
    labels: new Map(all.map(({ name, label }) => [name, label])),
  }
}

export const sectionKeyOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** Everything that a draft grants: Full Access, ticks, and what these need. */
export const held = (draft: RoleDraft, rules: Rules): ReadonlySet<string> =>
  new Set(toNames(grantsOfTicks(draft, rules)))

/** What is of no use without this permission, itself included; in the order of the cards. */
export function dependants(name: string, rules: Rules): string[] {
  const all = new Set(dependantsOf(name, rules))
  return rules.names.filter((one) => all.has(one))
}

export type { SectionState }
export const stateOf = (draft: RoleDraft, section: CatalogueSection, rules: Rules): SectionState =>
  sectionState(section, draft, rules)
