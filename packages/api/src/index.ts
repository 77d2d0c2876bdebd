import type { routers } from './router.ts'

// Rolecall's server side: for a host that mounts it, a sibling app that adds to it, and clients that want its types.

export type { Access, Door } from './access.ts'
export { type ApiOptions, createApi } from './api.ts'
export type { Wake } from './context.ts'
export { Refused, refuse } from './errors.ts'
export { guardFor, type MemberContext, type Scope } from './guard.ts'
export { type Letter, loggedMail, type Mail, smtpMail } from './identity/mail.ts'
export { addPerson, type NewPerson } from './identity/person.ts'
export type { Log } from './log.ts'
export type { Route } from './route.ts'
export { createAccount, type NewAccount } from './setup/account.ts'
export { router } from './trpc.ts'

/** The router's type, for `createTRPCClient<Api>`. */
export type Api = typeof routers
