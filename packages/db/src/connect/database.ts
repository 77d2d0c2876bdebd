import type { Kysely, Transaction } from 'kysely'
import type { Jobs } from '../jobs/jobs.ts'
import type { Tables } from '../tables.ts'

export type Tx = Transaction<Tables>
export type Engine = 'pglite' | 'postgres'

/** "Account so-and-so has events up to this id": sent after the commit, so whoever reads the outbox then finds them. */
export interface Wake {
  accountId: string
  id: number
}

export interface Database {
  readonly engine: Engine
  /** How many of its own it has at the most. */
  readonly connections: number
  /** The embedded database's folder; absent on PostgreSQL and in memory. */
  readonly dataDir?: string
  /** Outside any account: sees no tenant rows. Never use it inside a transaction (PGlite has one connection). */
  readonly db: Kysely<Tables>
  /** One transaction behind the wall of that account. */
  tenant<T>(accountId: string, run: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction in no account yet: it sees no tenant rows until enterAccount or a look-up enters one. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Hears every wake, also those of this process. `missed` is called when wakes may have been lost (the listening
   * connection was down): read the outbox again for every account you serve. Resolves to a function that stops it.
   */
  listen(hear: (wake: Wake) => void, missed?: () => void): Promise<() => Promise<void>>
  /** Wakes all processes. Call after the commit; calls made while one is on its way travel together. */
  notify(wake: Wake): Promise<void>
  /** What is deferred. */
  readonly jobs: Jobs
  /** Resolves when the database answers. @throws within 5 s when it does not */
  ping(): Promise<void>
  /** Tells other processes where this server answers (PGlite: written beside the folder's lock). */
  announce(url: string): void
  close(): Promise<void>
}
