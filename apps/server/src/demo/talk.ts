import type { DefaultRoleName } from '@rolecall/permissions'

/** Who says it (the visitor, or a member by role), minutes after the line before, and the words. */
export type Line = readonly [
  who: 'visitor' | DefaultRoleName | `note by ${DefaultRoleName}`,
  after: number,
  text: string,
]

export interface Talk {
  visitor: string
  department?: 'Orders' | 'Plant care' | 'Wholesale'
  /** Whose chat it is; left out: nobody's yet. */
  assignee?: DefaultRoleName
  closed?: true
  /** When the visitor wrote first: minutes ago, or days ago and a time of day (UTC). */
  began: number | readonly [daysAgo: number, at: `${number}:${number}`]
  lines: readonly Line[]
}
