import { bitsOf } from '../src/bits.ts'
import type { Catalogue } from '../src/catalogue.ts'
import { grantsOf } from '../src/grants.ts'
import type { HeldRole } from '../src/holding.ts'
import { defineSection, type PermissionOf, permissionsOf, type Section } from '../src/section.ts'

// The smallest account in which everything that can go wrong with rights does: three permissions, two departments, the
// Administrator and two more roles, three members. What an account is; acts.ts says what is done in it.

const words = { label: 'x', describes: 'x', risk: 'low' } as const
const inbox = { view: words, assign: { ...words, needs: ['inbox.view'] as const } }
const sections: readonly Section[] = [
  defineSection('inbox', { label: 'x', describes: 'x', scoped: true, actions: inbox }),
  // It stands for every guard: whoever holds it may try any act.
  defineSection('team', { label: 'x', describes: 'x', actions: { manage: words } }),
]

type Name = PermissionOf<Section>

/** One permission that opens rows, one that acts on them, and one that manages. */
export const permissions = sections.flatMap(permissionsOf)
const bits = bitsOf(permissions, null, sections)
const none = grantsOf<Name>([], bits)
export const small: Catalogue = {
  sections,
  bits,
  roles: { Administrator: grantsOf<Name>(permissions, bits), Supervisor: none, Agent: none, Support: none },
}

export const departments = ['d1', 'd2']

/** The sets of departments that somebody may be in, by number. */
export const belongings = [[], ['d1'], ['d2'], ['d1', 'd2']]

/** The six that a role is stored with, but for one: who sees all sees nobody's among them, ticked or not. */
const scopes = [
  { chat_scope: 'mine', unassigned: false },
  { chat_scope: 'mine', unassigned: true },
  { chat_scope: 'departments', unassigned: false },
  { chat_scope: 'departments', unassigned: true },
  { chat_scope: 'all', unassigned: true },
] as const

const [view, act, manage] = permissions as [Name, Name, Name]
const held = [[], [view], [view, act]].flatMap((some) => [some, [...some, manage]])

/** Every role that there is to try: the Administrator first, then each set of permissions with each scope. */
export const templates: readonly HeldRole[] = [
  { preset: 'Administrator', permissions: [], full_sections: [], chat_scope: 'all', unassigned: true },
  ...held.flatMap((permissions) => scopes.map((scope) => ({ preset: null, permissions, full_sections: [], ...scope }))),
]

/** Three roles, as numbers of `templates`. The first is the Administrator, which nobody edits. */
export type Roles = readonly [0, number, number]

/** `role` and `beside` point at an account's roles, so that who holds one changes with it. */
export interface Member {
  readonly role: number
  /** 0: nothing; then one of `permissions`, then one of the roles. */
  readonly beside: number
  /** Whether that ends by itself. */
  readonly ends: boolean
  /** A number of `belongings`. */
  readonly departments: number
  readonly active: boolean
}

/** Who does something, somebody else, and an Administrator with nothing else to them. */
export interface Account {
  readonly roles: Roles
  readonly members: readonly [Member, Member, Member]
}

export const besides = 1 + permissions.length + 3
export const besideRole = (role: number) => 1 + permissions.length + role

/** Members are one object for each kind, so that millions of accounts cost no memory. */
const kinds: Member[] = []
const numberOf = ({ role, beside, ends, departments, active }: Member): number =>
  (((role * besides + beside) * 2 + Number(ends)) * belongings.length + departments) * 2 + Number(active)

for (let role = 0; role < 3; role++)
  for (let beside = 0; beside < besides; beside++)
    for (const ends of [false, true])
      for (let departments = 0; departments < belongings.length; departments++)
        for (const active of [false, true]) kinds.push(Object.freeze({ role, beside, ends, departments, active }))

/** The one object for this member. */
export const member = (like: Member): Member => kinds[numberOf(like)] as Member

/** Every member, without those that differ only in when nothing ends. */
export const members: readonly Member[] = kinds.filter(({ beside, ends }) => beside > 0 || !ends)

export const administrator = member({ role: 0, beside: 0, ends: false, departments: 0, active: true })

/** What decides what a member holds, as one number: their role, what is beside it, their departments. */
export const kitOf = (roles: Roles, { role, beside, ends, departments }: Member, lasting: boolean): number =>
  kit(roles[role] as number, lasting && ends ? 0 : besideOf(roles, beside), departments)

export const kit = (template: number, beside: number, departments: number): number =>
  (template * (1 + permissions.length + templates.length) + beside) * belongings.length + departments

const besideOf = (roles: Roles, beside: number): number =>
  beside <= permissions.length ? beside : besideRole(roles[beside - 1 - permissions.length] as number)

/** The parts of a kit again. */
export interface Kit {
  readonly role: HeldRole
  readonly permission: string | null
  readonly besideRole: HeldRole | null
  readonly departments: readonly string[]
}

export const kits: readonly Kit[] = templates.flatMap((role) =>
  [null, ...permissions, ...templates].flatMap((beside) =>
    belongings.map((departments) => ({
      role,
      permission: typeof beside === 'string' ? beside : null,
      besideRole: typeof beside === 'string' ? null : beside,
      departments,
    })),
  ),
)
