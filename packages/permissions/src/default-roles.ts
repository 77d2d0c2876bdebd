import type { Bits } from './bits.ts'
import { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
import { allGrants, type Grants, grantsOf, minus, union } from './grants.ts'
import { names, type Permission, type SectionKey } from './names.ts'
import type { Section } from './section.ts'

export type DefaultRoles<P extends string = Permission> = Readonly<Record<DefaultRoleName, Grants<P>>>

/** As the product text writes them (product.md, section 1): a bare word is a whole section. */
export const defaultRoles: DefaultRoles = Object.freeze({
  Administrator: everythingExcept(),
  Supervisor: everythingExcept(
    'billing.card',
    'billing.details',
    'billing.plan',
    'billing.cancel',
    'team.administrators',
  ),
  Agent: everythingExcept(
    'reports',
    'contacts.export',
    'team.invite',
    'team.manage',
    'team.administrators',
    'team.departments',
    'roles',
    'domains',
    'billing',
    'api',
    'webhooks',
    'security',
    'audit',
    'team.status',
    'widget.visibility',
  ),
  Support: only(
    'inbox.view',
    'inbox.reply',
    'inbox.assign',
    'inbox.close',
    'contacts.view',
    'contacts.details',
    'contacts.edit',
    'replies.use',
    'notifications',
  ),
})

/**
 * The same roles with sections added: the Administrator holds those too; the others hold of them what the section says
 * and nothing else, so that a new section is closed until somebody opens it.
 */
export function withSections<P extends string>(
  roles: DefaultRoles<P>,
  added: readonly Section[],
  bits: Bits<P>,
): DefaultRoles<P> {
  const held = (role: DefaultRoleName) =>
    added.flatMap(({ key, actions }) =>
      Object.entries(actions)
        .filter(([, action]) => role === 'Administrator' || action.roles?.includes(role))
        .map(([name]) => `${key}.${name}`),
    )
  const extended = (role: DefaultRoleName) => union(roles[role], grantsOf(held(role) as P[], bits))
  return Object.fromEntries(defaultRoleNames.map((role) => [role, extended(role)])) as DefaultRoles<P>
}

function only(...parts: (Permission | SectionKey)[]): Grants {
  return grantsOf(names.filter((name) => parts.some((part) => name === part || name.startsWith(`${part}.`))))
}

function everythingExcept(...parts: (Permission | SectionKey)[]): Grants {
  return minus(allGrants, only(...parts))
}
