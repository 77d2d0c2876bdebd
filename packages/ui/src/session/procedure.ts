import type { Client } from '@rolecall/client'

/** Every name that `session.me` may list: the router's paths, and the guarded routes beside it. A typing slip does not compile. */
export type Procedure = Paths<Client['api']> | GuardedRoute

/** Plain HTTP routes that carry a permission (`routes` of the features in packages/api). */
type GuardedRoute = 'contacts.export' | 'audit.export' | 'roles.accessCsv'

type Paths<T> = { [K in keyof T & string]: T[K] extends Leaf ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]
type Leaf = { query: unknown } | { mutate: unknown }
