import { type Bits, bitsOf, core } from './bits.ts'
import { closeWith, withdrawWith } from './closure.ts'
import { type Grants, grantsOf, has, toNames } from './grants.ts'
import type { Needs } from './needs.ts'
import type { PrintedSection } from './print.ts'

/** A catalogue as a browser knows it: what the server printed, sections of sibling apps included. */
export interface ToldCatalogue {
  readonly sections: readonly PrintedSection[]
  readonly bits: Bits
  readonly needs: Needs
}

/**
 * The catalogue that a server has printed (`roles.catalogue`), to reckon with as the server does, without the words of our
 * own. Names that we know keep their bits; names that only the server knows come behind them.
 */
export function catalogueFrom(sections: readonly PrintedSection[]): ToldCatalogue {
  const told = sections.flatMap(({ permissions }) => permissions)
  const needs = new Map<string, readonly string[]>(core.names.map((name) => [name, []]))
  for (const { name, needs: needed } of told) needs.set(name, needed)
  return { sections, bits: bitsOf([...needs.keys()], core), needs }
}

/** What ticks and Full Access to sections grant, with what they need. Names that are unknown grant nothing. */
export function grantsOfTicks(
  { permissions, fullSections }: Ticks,
  { sections, bits, needs }: ToldCatalogue,
): Grants<string> {
  const full = sections.filter(({ key }) => fullSections.includes(key)).flatMap(namesOf)
  return closeWith(grantsOf<string>([...full, ...permissions], bits), needs)
}

export interface Ticks {
  readonly permissions: readonly string[]
  readonly fullSections: readonly string[]
}

/** Takes a permission away, and with it what is of no use without it. */
export const withoutOne = (grants: Grants<string>, name: string, { needs }: ToldCatalogue): Grants<string> =>
  withdrawWith(grants, name, needs)

/** What is of no use without this permission, itself included. */
export function dependantsOf(name: string, among: ToldCatalogue): string[] {
  const all = grantsOf<string>(among.bits.names, among.bits)
  const left = withoutOne(all, name, among)
  return toNames(all).filter((one) => !has<string>(left, one))
}

export interface SectionState {
  kind: 'off' | 'partial' | 'full'
  on: number
  of: number
}

/** Off, Partial or Full. Full is Full Access: a list of ticks is Partial even when it is complete, for it does not grow. */
export function sectionState(section: PrintedSection, ticks: Ticks, among: ToldCatalogue): SectionState {
  const granted = grantsOfTicks(ticks, among)
  const on = namesOf(section).filter((name) => has<string>(granted, name)).length
  const of = section.permissions.length
  if (ticks.fullSections.includes(section.key)) return { kind: 'full', on: of, of }
  return { kind: on === 0 ? 'off' : 'partial', on, of }
}

const namesOf = ({ permissions }: PrintedSection): string[] => permissions.map(({ name }) => name)
