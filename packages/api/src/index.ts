import type { CallsOf, NewsOf, OperatorOf, PermissionsOf, RouterOf } from './derive.ts'
import type { features } from './features.ts'

// Rolecall's server side: for a host that mounts it, a sibling app that adds to it, and clients that want its types.

export { type ApiOptions, createApi } from './api.ts'
export type { Callers, Door } from './guard/door.ts'
export { type Feature, feature } from './guard/feature.ts'
export { guardFor, type MemberContext, type Scope } from './guard/guard.ts'
export { order } from './guard/order.ts'
export type { Route } from './guard/route.ts'
export { router } from './guard/trpc.ts'
export { Refused, refuse } from './refuse/errors.ts'
export type { Log } from './refuse/log.ts'
export { tellError } from './refuse/tell-error.ts'
export { news } from './rows/news.ts'
export { addPerson, type NewPerson } from './rows/person.ts'
export { createAccount, type NewAccount } from './setup/account.ts'
export { type Allowances, allowances, timesAll } from './work/allowances.ts'
export { sentences } from './work/history.ts'
export { type Letter, type Mail, noMail, smtpMail } from './work/mail.ts'
export type { Wake } from './work/transact.ts'

/** The router's type, for `createTRPCClient<Api>`. */
export type Api = RouterOf<typeof features>

/** The names of our calls: procedures, and routes that a feature brings. */
export type CallName = CallsOf<typeof features>

/** Every permission of our own house, those of the sections that a feature brings included. */
export type AnyPermission = PermissionsOf<typeof features>

/** What whoever runs the server may ask for: the orders of our features, as calls. */
export type Operator = OperatorOf<typeof features>

/** The kinds of news that a stream may bring. */
export type NewsKind = NewsOf<typeof features>
