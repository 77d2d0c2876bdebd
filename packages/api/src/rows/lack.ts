import type { Catalogue, Reach } from '@rolecall/permissions'
import { labelOf } from '../deny.ts'
import type { HeldMember } from './member.ts'
import { sayReach } from './reach.ts'
import { listed } from './words.ts'

type Who = Pick<HeldMember, 'name'>

/** The first permission that is missing; above all, that to manage Administrators. */
export function lackOfPermission(missing: readonly string[], what: string, role: string, catalogue: Catalogue) {
  const permission = missing.includes('team.administrators') ? 'team.administrators' : (missing[0] ?? '')
  const message =
    `${what} may do more than yours: it needs “${labelOf(catalogue, permission)}” (${permission}), and the role ` +
    `${role} does not have it for good. Ask somebody who has it.`
  return { permission, message }
}

export const lackOfReach = (reach: Reach, what: string, names: ReadonlyMap<string, string>, able: readonly Who[]) =>
  `${what} reaches ${sayReach(reach, names)}, which you do not see for good. ${ask(able, 'does')}`

export const lackOfReading = (name: string, able: readonly Who[]) =>
  `${name} has chats that you do not see, and this would open them. ${ask(able, 'sees all chats')}`

const ask = (able: readonly Who[], what: string): string =>
  able.length === 0
    ? `Ask somebody who ${what}.`
    : `Ask somebody who ${what}: ${listed(
        able.map(({ name }) => name),
        'or',
      )}.`
