// The database: tables, migrations, connections and the tenant wall. For outsiders of the package.

export type { ActorRow, Lock, VisitorRow } from './actor.ts'
export { findActorBySession, findActorByToken, findVisitor } from './actor.ts'
export { type AuditEntry, audit } from './audit.ts'
export { type ConnectOptions, connect } from './connect.ts'
export type { Database, Engine, Tx, Wake } from './database.ts'
export { type EventRow, emit, type NewEvent } from './emit.ts'
export { enterAccount, enterUser } from './enter.ts'
export { FolderInUse, type Holder, holderOf } from './lock.ts'
export { NewerSchema } from './migrate.ts'
export { type Said, type Saying, visitorSay } from './say.ts'
export type * from './tables.ts'
export { NoWall } from './wall.ts'
