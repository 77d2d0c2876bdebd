import type { RoleRow } from '@rolecall/db'
import {
  type Catalogue,
  type ChatScope,
  closeUpwards,
  coversScope,
  type Grants,
  grantsOf,
  grantsOfRole,
  has,
  intersect,
  mayHandOut,
  union,
  widerScope,
} from '@rolecall/permissions'
import type { Actor } from '../guard/actor.ts'
import { labelOf } from '../guard/deny.ts'
import { refuse } from '../refuse/errors.ts'

/** Whoever gives and takes rights; null: the operator, who is above roles. */
export type By = {
  /** What they may hand on: what their role grants for good (and a token allows), without what they hold beside it. */
  grants: Grants
  scope: ChatScope
  role: string
} | null

/** The calling member, as one who gives and takes. */
export function byOf({ lasting, token, role }: Actor): By {
  return {
    grants: token ? intersect(lasting.grants, token) : lasting.grants,
    scope: lasting.scope,
    role: role.name,
  }
}

/** What somebody holds or would hold. */
export interface Power {
  grants: Grants<string>
  scope: ChatScope
  /** Scopes of what was added up that are not in force today: one of them is, once something else has run out. */
  dormant?: readonly ChatScope[]
}

/** The scope in force, and all that may come into force by itself. */
export const scopesOf = ({ scope, dormant = [] }: Power): readonly ChatScope[] => [scope, ...dormant]

export const powerOf = (role: Omit<RoleRow, 'name'>, catalogue: Catalogue): Power => ({
  grants: grantsOfRole(role, catalogue) as Grants<string>,
  scope: { chats: role.chat_scope, unassigned: role.unassigned },
})

/** What one permission given by itself amounts to: what it needs comes along, and no chat that was not seen before. */
export const powerOfPermission = (permission: string, catalogue: Catalogue): Power => ({
  grants: closeUpwards<string>(grantsOf<string>([permission], catalogue.bits)),
  scope: { chats: 'mine', unassigned: false },
})

/** What a role and what is held beside it amount to together: the same sum as actor.ts makes, and what sleeps in it. */
export const combine = (role: Power, ...beside: Power[]): Power =>
  beside.reduce((sum, more) => {
    const scope = widerScope(sum.scope, more.scope)
    const dormant = [...scopesOf(sum), ...scopesOf(more)].filter((one) => !coversScope(scope, one))
    return { grants: union(sum.grants, more.grants), scope, dormant }
  }, role)

/** Permissions whose reach the chat scope decides: without one of these a wide scope gives nothing away. */
const scoped = ['inbox.view', 'contacts.view', 'reports.view']

export const reaches = (grants: Grants<string>): boolean => scoped.some((permission) => has(grants, permission))

/** What of `power` somebody lacks: the first permission to name, or that it sees more chats. null: they hold it all. */
export function lacks(by: By, power: Power): { permission: string; wide: boolean } | null {
  if (!by) return null
  const verdict = mayHandOut<string>(by.grants, power.grants)
  if (!verdict.allowed) {
    const [first = ''] = verdict.missing
    return {
      permission: verdict.missing.includes('team.administrators') ? 'team.administrators' : first,
      wide: false,
    }
  }
  if (!reaches(power.grants) || scopesOf(power).every((scope) => coversScope(by.scope, scope))) return null
  return { permission: scoped.find((one) => has(power.grants, one)) ?? 'inbox.view', wide: true }
}

/** Why not, in a sentence; null: they may. `what`: "This role", "Their role". */
export function whyNot(by: By, catalogue: Catalogue, what: string, ...powers: Power[]): string | null {
  for (const power of powers) {
    const lack = lacks(by, power)
    if (lack) return sentence(by, catalogue, what, lack)
  }
  return null
}

/**
 * Nobody hands out what they do not hold, nobody manages their seniors (product.md, section 1): `powers` are what is
 * held before, and what is held after, each as a whole (`combine`): a scope that is wide and empty today widens what is
 * added to it tomorrow. Refuses and names the permission that is missing.
 */
export function mustHold(by: By, catalogue: Catalogue, what: string, ...powers: Power[]): void {
  for (const power of powers) {
    const lack = lacks(by, power)
    if (lack) {
      refuse('PERMISSION_MISSING', sentence(by, catalogue, what, lack), {
        permission: lack.permission,
        role: by?.role ?? '',
      })
    }
  }
}

function sentence(
  by: By,
  catalogue: Catalogue,
  what: string,
  { permission, wide }: { permission: string; wide: boolean },
) {
  if (wide) return `${what} sees chats that the role ${by?.role} does not see. Ask somebody who sees all of them.`
  return (
    `${what} may do more than yours: it needs “${labelOf(catalogue, permission)}” (${permission}), and the role ` +
    `${by?.role} does not have it for good. Ask somebody who has it.`
  )
}
