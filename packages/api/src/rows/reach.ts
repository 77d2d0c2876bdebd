import type { Tx } from '@rolecall/db'
import type { Reach } from '@rolecall/permissions'
import type { Reach as Told } from '@rolecall/protocol'
import { departmentNames } from './departments.ts'
import { listed } from './words.ts'

type Names = ReadonlyMap<string, string>

/** How many departments a sentence names. */
const named = 4

/** "all chats"; "the chats of Help and Sales, and nobody's chats without a department"; "only their own chats". */
export function sayReach({ all, departments, unassigned }: Reach, names: Names): string {
  if (all) return 'all chats'
  const parts = [
    ...(departments.size > 0 ? [`the chats of ${listed(namesIn(departments, names), 'and', named)}`] : []),
    ...(unassigned === 'any' ? ['nobody’s chats'] : []),
    ...(unassigned === 'unrouted' ? ['nobody’s chats without a department'] : []),
  ]
  return parts.length === 0 ? 'only their own chats' : parts.join(', and ')
}

/** As it travels, with the names of its departments. */
export async function reachOnWire(tx: Tx, accountId: string, reach: Reach): Promise<Told> {
  const { all, departments, unassigned } = reach
  const names: Names = departments.size > 0 ? await departmentNames(tx, accountId) : new Map()
  const seen = [...departments].map((id) => ({ id, name: names.get(id) ?? '' }))
  return { all, departments: seen.toSorted((a, b) => a.name.localeCompare(b.name)), unassigned }
}

const namesIn = (ids: Iterable<string>, names: Names): string[] =>
  [...ids].map((id) => names.get(id) ?? 'a department that is gone').toSorted((a, b) => a.localeCompare(b))
