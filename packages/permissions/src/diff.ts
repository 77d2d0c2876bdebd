import type { Catalogue } from './catalogue.ts'
import { minus, toNames } from './grants.ts'
import type { ChatScope } from './reach.ts'
import { grantsOfRole, type StoredRole } from './role.ts'

/** A role with all that decides what its holders may do and see. */
export interface ScopedRole extends StoredRole, ChatScope {
  readonly name: string
}

/** What changes for whoever holds a role when `before` becomes `after`. Empty lists and nulls: nothing. */
export interface RoleDiff {
  readonly renamed: { readonly from: string; readonly to: string } | null
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** Sections whose Full Access is switched: from then on they cover, or no longer cover, what is added later. */
  readonly full: { readonly on: readonly string[]; readonly off: readonly string[] }
  readonly scope: { readonly from: ChatScope; readonly to: ChatScope } | null
}

/** The difference in meaning, not in spelling: what is granted either way is no change. */
export function diffRoles(before: ScopedRole, after: ScopedRole, among: Catalogue): RoleDiff {
  const [had, has] = [grantsOfRole(before, among), grantsOfRole(after, among)]
  const [from, to] = [scopeIn(before), scopeIn(after)]
  const without = (a: readonly string[], b: readonly string[]) => a.filter((section) => !b.includes(section))
  return {
    renamed: before.name === after.name ? null : { from: before.name, to: after.name },
    gained: toNames(minus(has, had)),
    lost: toNames(minus(had, has)),
    full: {
      on: without(after.full_sections, before.full_sections),
      off: without(before.full_sections, after.full_sections),
    },
    scope: from.chats === to.chats && from.unassigned === to.unassigned ? null : { from, to },
  }
}

/** Whether two roles are the same but for their spelling. */
export const isNoDiff = ({ renamed, gained, lost, full, scope }: RoleDiff): boolean =>
  !renamed && !scope && [gained, lost, full.on, full.off].every((names) => names.length === 0)

/** Who sees all chats sees the unassigned ones among them, ticked or not. */
const scopeIn = ({ chats, unassigned }: ChatScope): ChatScope => ({ chats, unassigned: chats === 'all' || unassigned })
