import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client, Pool, types as pgTypes } from 'pg'
import type { Tables } from '../tables.ts'
import { runtimeRole } from '../wall/roles.ts'
import { impatient, patience } from './client.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { parsers } from './parsers.ts'
import { transactions } from './transactions.ts'
import { wakes } from './wake.ts'

const types = {
  getTypeParser: ((id: never, format: never) =>
    (format !== 'binary' && parsers[id]) || pgTypes.getTypeParser(id, format)) as typeof pgTypes.getTypeParser,
}

/** A pool on a PostgreSQL server (15 or later). */
export async function openPostgres(url: string, poolSize = 16): Promise<Database> {
  await prepare(url)
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    types,
    Client: impatient(Client),
    ...patience,
    keepAlive: true,
    application_name: 'rolecall',
    onConnect: (client) => client.query(onConnect) as never,
  })
  // A connection that breaks is replaced by the next one. Unheard, its 'error' would end the process: the pool listens
  // to idle ones only, so those that break between two statements of a transaction need an ear of their own.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const wake = wakes(url, (payloads) =>
    sql`
    select pg_notify('rolecall', payload) from unnest(${payloads}::text[]) payload`.execute(db),
  )
  return {
    engine: 'postgres',
    db,
    ...transactions(db),
    ...wake.face,
    ping: async () => void (await sql`select 1`.execute(db)),
    announce: () => {},
    close: async () => {
      await wake.close()
      await db.destroy()
    },
  }
}

const onConnect = `select set_config('role', '${runtimeRole}', false),
  set_config('statement_timeout', '${patience.query_timeout - 300}', false),
  set_config('idle_in_transaction_session_timeout', '30000', false)`

/** Schema and role, over a connection of the owner's own: one, and without the runtime's timeouts. */
async function prepare(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
}
