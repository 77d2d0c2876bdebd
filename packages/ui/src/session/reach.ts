import type { Reach } from '@rolecall/protocol'
import { words } from '../words.ts'

/** Which chats a member sees, besides their own: "all chats"; "chats of Help and Sales, and nobody’s chats". */
export function sayReach({ all, departments, unassigned }: Reach, own: 'theirs' | 'yours' = 'theirs'): string {
  const say = words.reach
  if (all) return say.all
  const parts = [
    ...(departments.length > 0 ? [say.departments(departments.map(({ name }) => name))] : []),
    ...(unassigned === 'none' ? [] : [say[unassigned]]),
  ]
  return parts.length === 0 ? say[own] : parts.join(say.and)
}
