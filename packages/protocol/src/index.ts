// What travels between the server and its clients. Types and a few pure functions; zero dependencies.

export type * from './chat.ts'
export type * from './contact.ts'
export type * from './event.ts'
export type * from './reach.ts'
export type * from './refusal.ts'
export type * from './report.ts'
export type * from './role.ts'
export type * from './session.ts'
export { createParser, type ServerSent } from './sse.ts'
export type * from './team.ts'
export type * from './visitor.ts'
