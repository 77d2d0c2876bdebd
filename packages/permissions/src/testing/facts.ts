import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What was asked for, as it stands in facts/ at the top of the house. An oracle: it shares nothing with the code that
// tests compare with it, and nothing but tests reads it.

/** Above this file, wherever a copy of the package was put to be tried. */
function folder(): string {
  let above = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(above, 'facts', 'roles.csv'))) {
    if (above === dirname(above)) throw new Error('There is no facts/roles.csv above packages/permissions')
    above = dirname(above)
  }
  return join(above, 'facts')
}

const linesOf = (name: string): string[][] =>
  readFileSync(join(folder(), name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))

/** The tables in a folder of facts/, which need not be there. */
function tables(name: string): string[] {
  const path = join(folder(), name)
  return existsSync(path) ? readdirSync(path).map((file) => join(name, file)) : []
}

const [[, ...columns] = [], ...lines] = linesOf('roles.csv')

/** The default roles, in the order of the table; its last column says where a line comes from. */
export const roleNames: string[] = columns.slice(0, -1)

const read = (lines: string[][]) =>
  lines.map(([permission = '', ...cells]) => [permission, roleNames.filter((_, n) => cells[n] === '1')] as const)

/** Every permission of the core with the default roles that hold it. */
export const holders: ReadonlyMap<string, string[]> = new Map(read(lines))

/** The same of the whole house: a noun that brings a section has a table of its own, roles/NOUN.csv. */
export const allHolders: ReadonlyMap<string, string[]> = new Map([
  ...holders,
  ...tables('roles').flatMap((name) => read(linesOf(name).slice(1))),
])

/** Which default roles hold it. @throws where no table has such a permission */
export function holdersOf(permission: string): string[] {
  const found = allHolders.get(permission)
  if (!found) throw new Error(`There is no line for ${permission} in facts/`)
  return found
}

const heldOf = (table: ReadonlyMap<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(roleNames.map((role) => [role, [...table.keys()].filter((one) => table.get(one)?.includes(role))]))

/** What each default role holds of the core. */
export const held = heldOf(holders)

/** What each holds of the whole house. */
export const allHeld = heldOf(allHolders)

/** Pairs: the first is of no use without the second. */
export const needs = linesOf('needs.csv').slice(1) as [string, string][]

/** Those of the nouns that bring a section too. */
export const allNeeds = [...needs, ...tables('needs').flatMap((name) => linesOf(name).slice(1) as [string, string][])]

/** These, and what they are of no use without. */
export function withNeeds(permissions: Iterable<string>): Set<string> {
  const all = new Set(permissions)
  let size: number
  do {
    size = all.size
    for (const [name, needed] of allNeeds) if (all.has(name)) all.add(needed)
  } while (all.size > size)
  return all
}
