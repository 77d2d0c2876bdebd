import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client, Pool, types as pgTypes } from 'pg'
import { openJobs } from '../jobs/jobs.ts'
import type { Raw } from '../jobs/raw.ts'
import type { Tables } from '../tables.ts'
import { addressAs, signsInAs } from './address.ts'
import { impatient, patience } from './client.ts'
import type { Database } from './database.ts'
import { type Migrated, migrate } from './migrate.ts'
import { parsers } from './parsers.ts'
import { signIn } from './sign-in.ts'
import { transactions } from './transactions.ts'
import { wakes } from './wake.ts'

/** How values are read, the same as on the embedded database. */
export const types = {
  getTypeParser: ((id: never, format: never) =>
    (format !== 'binary' && parsers[id]) || pgTypes.getTypeParser(id, format)) as typeof pgTypes.getTypeParser,
}

export interface PostgresOptions {
  /** The database; the owner's address where there is no other, and else the one of the walled role. */
  url: string
  /** The owner's address, which is used to bring schema and roles up to date and for nothing else. */
  migrateUrl?: string | undefined
  /** Past a pooler, to hear wakes by. */
  listenUrl?: string | undefined
  /** Connections, 16 unless told. */
  poolSize?: number | undefined
}

/** A pool on a PostgreSQL server (15 or later), signed in as the walled role. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, migrateUrl, listenUrl, poolSize = 16 } = options
  const migrated = await migrateWith(migrateUrl ?? url, migrateUrl ? signsInAs(url).user : undefined)
  const account = { user: migrated.runtime, password: migrated.password, database: migrated.database }
  const asRuntime = (address: string) => (migrateUrl ? address : addressAs(address, account))
  const { direct } = await signIn(asRuntime(url), migrated.database)
  const pool = new Pool({
    connectionString: asRuntime(url),
    max: poolSize,
    types,
    Client: impatient(Client, { prepares: direct }),
    ...patience,
    keepAlive: true,
    application_name: 'rolecall',
  })
  // A connection that breaks is replaced by the next one. Unheard, its 'error' would end the process: the pool listens
  // to idle ones only, so those that break between two statements of a transaction need an ear of their own.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const wake = wakes(asRuntime(listenUrl ?? url), migrated.runtime, (payloads) =>
    sql`
    select pg_notify('rolecall', payload) from unnest(${payloads}::text[]) payload`.execute(db),
  )
  const jobs = await openJobs(rawOn(pool))
  return {
    engine: 'postgres',
    connections: poolSize,
    db,
    ...transactions(db),
    jobs,
    ...wake.face,
    ping: async () => void (await sql`select 1`.execute(db)),
    announce: () => {},
    close: async () => {
      await jobs.close()
      await wake.close()
      await db.destroy()
    },
  }
}

const rawOn =
  (pool: Pool): Raw =>
  async (text, values) => {
    const results = [await pool.query(text, values)].flat()
    return { rows: results.flatMap(({ rows }) => rows) }
  }

/** Over one connection of the owner's, which is closed again before anything is served. */
async function migrateWith(url: string, runtime: string | undefined): Promise<Migrated> {
  const pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await migrate(db, runtime === undefined ? { by: 'password' } : { by: 'address', as: runtime })
  } finally {
    await db.destroy()
  }
}
