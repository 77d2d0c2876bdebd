import type { RoleRow } from '@rolecall/db'
import {
  type Catalogue,
  closeUpwards,
  type Grants,
  grantsOf,
  grantsOfRole,
  has,
  isEmpty,
  minus,
  toNames,
  union,
  withdraw,
} from '@rolecall/permissions'
import type { Hint, RoleDraft } from '@rolecall/protocol'
import { labelOf } from '../../guard/deny.ts'

/** A role with what hints are made of. */
export interface Examined extends RoleRow {
  id: string
  holders: number
  /** Since when it is as it is. */
  since: Date
  /** Permissions that a holder of it made use of within the last 90 days. */
  used: ReadonlySet<string>
}

export const unusedDays = 90

type Held = Grants<string>
const grants = (role: RoleRow, catalogue: Catalogue) => grantsOfRole(role, catalogue) as Held
const quoted = (names: readonly string[], catalogue: Catalogue) =>
  names.map((name) => `“${labelOf(catalogue, name)}”`).join(', ')
const who = ({ id, name, preset }: Examined) => ({ id, name, custom: preset === null })

/** The role as a draft that grants exactly `held`: ticks, where Full Access would grant more. */
function draftOf(role: RoleRow, held: Held, catalogue: Catalogue): RoleDraft {
  const whole = role.full_sections.filter((key) =>
    catalogue.bits.names.every((name) => !name.startsWith(`${key}.`) || has(held, name)),
  )
  return {
    name: role.name,
    permissions: toNames(held).filter((name) => !whole.includes(name.slice(0, name.indexOf('.')))),
    fullSections: whole,
    chats: role.chat_scope,
    unassigned: role.unassigned,
  }
}

/**
 * What nobody who holds the role has used for 90 days, though it is older than that. What is needed by something that
 * was used stays.
 */
export function unused(role: Examined, catalogue: Catalogue, now: Date): Hint[] {
  const old = now.getTime() - role.since.getTime() > unusedDays * 86_400_000
  if (role.preset !== null || role.holders === 0 || !old) return []
  const held = grants(role, catalogue)
  const kept = closeUpwards<string>(grantsOf<string>([...role.used], catalogue.bits))
  const idle = toNames(minus(held, kept))
  // A role that nobody used at all is a question about the people in it, not about its ticks.
  if (idle.length === 0 || idle.length === toNames(held).length) return []
  const less = idle.reduce<Held>((sum, name) => (has(sum, name) ? withdraw(sum, name) : sum), held)
  const people = role.holders === 1 ? 'Its one holder has' : `None of its ${role.holders} holders has`
  const not = role.holders === 1 ? 'not used' : 'used'
  return [
    {
      id: `unused:${role.id}:${idle.join(',')}`,
      kind: 'unused',
      role: who(role),
      other: null,
      permissions: idle,
      text: `${people} ${not} ${quoted(idle, catalogue)} in the last ${unusedDays} days.`,
      draft: draftOf(role, less, catalogue),
    },
  ]
}

/** Pairs of roles that hardly differ. A default role can only be the other one of a pair. */
export function duplicates(roles: readonly Examined[], catalogue: Catalogue): Hint[] {
  const custom = roles.filter(({ preset }) => preset === null)
  return custom.flatMap((role, at) =>
    [...custom.slice(at + 1), ...roles.filter(({ preset }) => preset !== null)].flatMap((other) => {
      if (role.chat_scope !== other.chat_scope || role.unassigned !== other.unassigned) return []
      const [a, b] = [grants(role, catalogue), grants(other, catalogue)]
      const apart = toNames(union(minus(a, b), minus(b, a)))
      if (apart.length > 2 || isEmpty(a)) return []
      return [
        {
          id: `duplicate:${role.id}:${other.id}`,
          kind: 'duplicate' as const,
          role: who(role),
          other: { id: other.id, name: other.name },
          permissions: apart,
          text:
            apart.length === 0
              ? `${role.name} and ${other.name} may do exactly the same.`
              : `${role.name} and ${other.name} differ only in ${quoted(apart, catalogue)}.`,
          draft: null,
        },
      ]
    }),
  )
}

/** Two permissions that are more together than each by itself, and the one to part with first. */
const pairs: readonly (readonly [string, string, string])[] = [
  ['contacts.delete', 'contacts.export', 'can take all contacts out and then erase them here'],
  ['api.manage', 'contacts.export', 'can let a program take contacts out, again and again'],
  ['webhooks.manage', 'inbox.view', 'can send everything that visitors write to another server'],
  ['security.manage', 'team.manage', 'can loosen how people sign in and change who they are'],
  ['domains.manage', 'email.manage', 'can send mail in the company’s name from any domain'],
]

/** Risky pairs in custom roles. */
export function risky(role: Examined, catalogue: Catalogue): Hint[] {
  if (role.preset !== null) return []
  const held = grants(role, catalogue)
  return pairs
    .filter(([one, other]) => has(held, one) && has(held, other))
    .map(([one, other, why]) => ({
      id: `risky:${role.id}:${one}:${other}`,
      kind: 'risky' as const,
      role: who(role),
      other: null,
      permissions: [one, other],
      text: `Whoever holds ${role.name} ${why}: ${quoted([one, other], catalogue)} come together.`,
      draft: draftOf(role, withdraw(held, one), catalogue),
    }))
}
