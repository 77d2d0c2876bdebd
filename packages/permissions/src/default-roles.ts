import { type Bits, core } from './bits.ts'
import { type DefaultRoleName, defaultRoleNames } from './default-names.ts'
import { type Grants, grantsOf, union } from './grants.ts'
import type { Permission } from './names.ts'
import type { Section } from './section.ts'
import { sections } from './sections.ts'

export type DefaultRoles<P extends string = Permission> = Readonly<Record<DefaultRoleName, Grants<P>>>

/**
 * What each default role holds of these sections: the Administrator everything, the others what an action says and
 * nothing else. A permission that is added is closed to them until its section opens it.
 */
function rolesOf<P extends string>(sections: readonly Section[], bits: Bits<P>): DefaultRoles<P> {
  const held = (role: DefaultRoleName) =>
    sections.flatMap(({ key, actions }) =>
      Object.entries(actions)
        .filter(([, action]) => role === 'Administrator' || action.roles?.includes(role))
        .map(([name]) => `${key}.${name}`),
    )
  const roles = defaultRoleNames.map((role) => [role, grantsOf(held(role) as P[], bits)])
  return Object.freeze(Object.fromEntries(roles)) as DefaultRoles<P>
}

/** As our own sections say it. */
export const defaultRoles: DefaultRoles = rolesOf(sections, core)

/** The same roles with sections added. */
export function withSections<P extends string>(
  roles: DefaultRoles<P>,
  added: readonly Section[],
  bits: Bits<P>,
): DefaultRoles<P> {
  const more = rolesOf(added, bits)
  return Object.fromEntries(defaultRoleNames.map((role) => [role, union(roles[role], more[role])])) as DefaultRoles<P>
}
