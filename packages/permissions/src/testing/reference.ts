import { held as heldByDefault, holders, withNeeds } from './facts.ts'

// The same decision written a second time, as plainly as possible: sets of strings, from the tables of facts/, nothing
// shared with the engine. Where the two differ, one of them is wrong.

export const everything: ReadonlySet<string> = new Set(holders.keys())

export interface Row {
  preset: string | null
  permissions: string[]
  full_sections: string[]
}

/** A role with the chats that it sees. */
export interface ScopedRow extends Row {
  chat_scope: string
  unassigned: boolean
}

/** What somebody has beside their role. */
export interface Extra {
  permission: string | null
  role: ScopedRow | null
  ends_at: string | null
}

export interface Someone {
  id: string
  role: ScopedRow
  beside: Extra[]
  departmentIds: string[]
}

/** All that somebody holds; `lasting`: without what ends. */
export function heldByMember({ role, beside }: Someone, lasting = false): Set<string> {
  const held = heldBy(role)
  for (const extra of beside) {
    if (lasting && extra.ends_at !== null) continue
    const more = extra.role ?? { preset: null, permissions: [extra.permission ?? ''], full_sections: [] }
    for (const name of heldBy(more)) held.add(name)
  }
  return held
}

/** Whether any of somebody's roles lets them see a chat. */
export function seenBy(
  { id, role, beside, departmentIds }: Someone,
  place: { assigneeId: string | null; departmentId: string | null },
  lasting = false,
): boolean {
  if (place.assigneeId === id) return true
  const roles = [role]
  for (const extra of beside) if (extra.role && !(lasting && extra.ends_at !== null)) roles.push(extra.role)
  for (const { chat_scope, unassigned } of roles) {
    const free = unassigned && place.assigneeId === null
    if (chat_scope === 'all') return true
    if (chat_scope === 'mine' && free) return true
    if (chat_scope === 'departments') {
      if (place.departmentId === null && free) return true
      if (place.departmentId !== null && departmentIds.includes(place.departmentId)) return true
    }
  }
  return false
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
