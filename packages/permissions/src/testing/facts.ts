import { existsSync, readFileSync } from 'node:fs'
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

const [[, ...columns] = [], ...lines] = linesOf('roles.csv')

/** The default roles, in the order of the table; its last column says where a line comes from. */
export const roleNames: string[] = columns.slice(0, -1)

/** Every permission with the default roles that hold it. */
export const holders: ReadonlyMap<string, string[]> = new Map(
  lines.map(([permission = '', ...cells]) => [permission, roleNames.filter((_, n) => cells[n] === '1')]),
)

/** Which default roles hold it. @throws where the table has no such permission */
export function holdersOf(permission: string): string[] {
  const found = holders.get(permission)
  if (!found) throw new Error(`facts/roles.csv has no line for ${permission}`)
  return found
}

/** What each default role holds. */
export const held: Record<string, string[]> = Object.fromEntries(
  roleNames.map((role) => [role, [...holders.keys()].filter((permission) => holdersOf(permission).includes(role))]),
)

/** Pairs: the first is of no use without the second. */
export const needs = linesOf('needs.csv').slice(1) as [string, string][]

/** These, and what they are of no use without. */
export function withNeeds(permissions: Iterable<string>): Set<string> {
  const all = new Set(permissions)
  let size: number
  do {
    size = all.size
    for (const [name, needed] of needs) if (all.has(name)) all.add(needed)
  } while (all.size > size)
  return all
}
