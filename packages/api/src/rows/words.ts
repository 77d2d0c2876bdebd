import type { Plan } from '@rolecall/permissions'

// Pieces of the sentences that people read.

/** "no members", "1 member", "3 members". */
export const counted = (count: number, noun: string): string =>
  `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`

/** "Pro". */
export const planName = (plan: Plan): string => `${plan[0]?.toUpperCase()}${plan.slice(1)}`

/** "A", "A and B", "A, B and 3 more": at most `most` of them by name. */
export function listed(words: readonly string[], joint: 'and' | 'or', most = 4): string {
  const named = words.length > most ? words.slice(0, most - 1) : words
  const rest = words.length - named.length
  const parts = rest > 0 ? [...named, `${rest} more`] : named
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`
}
