import { held as heldByDefault, holders, withNeeds } from './facts.ts'

// The same decision written a second time, as plainly as possible: sets of strings, from the tables of facts/, nothing
// shared with the engine. Where the two differ, one of them is wrong.

export const everything: ReadonlySet<string> = new Set(holders.keys())

export interface Row {
  preset: string | null
  permissions: string[]
  full_sections: string[]
}

export function heldBy(row: Row): Set<string> {
  if (row.preset !== null) return new Set(Object.hasOwn(heldByDefault, row.preset) ? heldByDefault[row.preset] : [])
  const ticked = [...everything].filter(
    (name) => row.permissions.includes(name) || row.full_sections.includes(name.slice(0, name.indexOf('.'))),
  )
  return withNeeds(ticked)
}

/** 'allowed', or why not. */
export function decided(held: Set<string>, token: Set<string> | undefined, asked: unknown): string {
  if (typeof asked !== 'string' || !everything.has(asked)) return 'unknown'
  if (!held.has(asked)) return 'role'
  if (token && !token.has(asked)) return 'token'
  return 'allowed'
}
