// The typed client, for our own apps and for sibling apps. It knows the server by type only.

export type { AnyPermission, CallName, NewsKind } from '@rolecall/api'
export { type Client, type ClientOptions, createClient } from './client.ts'
export type { Live, LiveOptions } from './live.ts'
export { RefusedError, refusalOf } from './refusal.ts'
