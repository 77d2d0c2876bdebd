declare const declared: unique symbol

/** Who may call a procedure or route. Data, made only by the guard, which enforces the very same value. */
export type Access = (
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'member' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'anyone'; readonly because: string }
) & { readonly [declared]: true }

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
