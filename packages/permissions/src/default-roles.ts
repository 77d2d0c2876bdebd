import type { Catalogue } from './catalogue.ts'
import { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
import { allGrants, type Grants, grantsOf, minus, union } from './grants.ts'
import { names, type Permission, type SectionKey } from './names.ts'
import type { PermissionOf, Section } from './section.ts'

/** As the product text writes them (product.md, section 1): a bare word is a whole section. */
export const defaultRoles: Readonly<Record<DefaultRoleName, Grants>> = {
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
}

/**
 * The four in an extended catalogue: the Administrator holds what was added too; the others hold of it what its
 * section says and nothing else, so that a new section is closed until somebody opens it.
 */
export function defaultRolesIn<S extends readonly Section[]>(
  catalogue: Catalogue<S>,
): Readonly<Record<DefaultRoleName, Grants<PermissionOf<S[number]>>>> {
  const added = (role: DefaultRoleName) =>
    catalogue.sections.flatMap(({ key, actions }) =>
      Object.entries(actions)
        .filter(([, action]) => role === 'Administrator' || action.roles?.includes(role))
        .map(([name]) => `${key}.${name}`),
    )
  const grants = (role: DefaultRoleName) =>
    union<string>(defaultRoles[role], grantsOf<string>(added(role), catalogue.bits))
  return Object.fromEntries(defaultRoleNames.map((role) => [role, grants(role)])) as ReturnType<
    typeof defaultRolesIn<S>
  >
}

function only(...parts: (Permission | SectionKey)[]): Grants {
  return grantsOf(names.filter((name) => parts.some((part) => name === part || name.startsWith(`${part}.`))))
}

function everythingExcept(...parts: (Permission | SectionKey)[]): Grants {
  return minus(allGrants, only(...parts))
}
