import { type Grants, has } from '@rolecall/permissions'

declare const declared: unique symbol

/** Who may call a procedure or route. Data, made only by the guard, which enforces the very same value. */
export type Access = (
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'member' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'anyone'; readonly because: string }
) & { readonly [declared]: true }

const enforcers = new WeakMap<object, Access>()

/** For guard.ts alone: makes a declaration. */
export const declareAccess = <A extends object>(value: A) => Object.freeze(value) as Access & A

/** Remembers which middleware, or which route, enforces which declaration. */
export const enforces = (enforcer: object, access: Access): void => void enforcers.set(enforcer, access)

/** Whether it is the guard that enforces this very declaration: a router from elsewhere could carry a look-alike. */
export const isEnforced = (enforcer: object | undefined, access: Access | undefined): access is Access =>
  enforcer !== undefined && access !== undefined && enforcers.get(enforcer) === access

export interface Meta {
  readonly access: Access
}

/** One line of the house's list of doors. `name` is the tRPC path, or a route's name such as `contacts.export`. */
export interface Door {
  name: string
  type: 'query' | 'mutation' | 'route'
  access: Access
  /** Routes only, e.g. `GET /contacts.csv`. */
  address?: string
}

/** The names of the doors that open to a member with these grants, those that ask for no permission included. */
export function callable(doors: readonly Door[], held: Grants): string[] {
  return doors.filter(({ access }) => opens(access, held)).map(({ name }) => name)
}

const opens = (access: Access, held: Grants<string>): boolean =>
  access.kind === 'permission' ? has(held, access.permission) : access.kind === 'member'
