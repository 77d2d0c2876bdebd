import { type Grants, has } from '@rolecall/permissions'
import type { Cost } from './cost.ts'

declare const declared: unique symbol

/** Who may call a procedure or route. Data, made only by the guard, which enforces the very same value. */
export type Callers = (
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'member' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'anyone'; readonly because: string }
) & { readonly [declared]: true }

const enforcers = new WeakMap<object, Callers>()

/** For guard.ts alone: makes a declaration. */
export const declareCallers = <A extends object>(value: A) => Object.freeze(value) as Callers & A

/** Remembers which middleware, or which route, enforces which declaration. */
export const enforces = (enforcer: object, callers: Callers): void => void enforcers.set(enforcer, callers)

/** Whether it is the guard that enforces this very declaration: a router from elsewhere could carry a look-alike. */
export const isEnforced = (enforcer: object | undefined, callers: Callers | undefined): callers is Callers =>
  enforcer !== undefined && callers !== undefined && enforcers.get(enforcer) === callers

export interface Meta {
  readonly callers: Callers
  readonly cost: Cost
}

/** One line of the house's list of doors. `name` is the tRPC path, or a route's name such as `contacts.export`. */
export interface Door {
  name: string
  type: 'query' | 'mutation' | 'route'
  callers: Callers
  cost: Cost
  /** Routes only, e.g. `GET /contacts.csv`. */
  address?: string
}

/** The names of the doors that open to a member with these grants, those that ask for no permission included. */
export function callable(doors: readonly Door[], held: Grants): string[] {
  return doors.filter(({ callers }) => opens(callers, held)).map(({ name }) => name)
}

const opens = (callers: Callers, held: Grants<string>): boolean =>
  callers.kind === 'permission' ? has(held, callers.permission) : callers.kind === 'member'
