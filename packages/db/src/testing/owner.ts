import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { Database } from '../connect/database.ts'
import { types } from '../connect/postgres.ts'
import type { Tables } from '../tables.ts'
import { searchPath } from '../wall/names.ts'

const owners = new WeakMap<object, Kysely<Tables>>()

/** Tells `asOwner` how to sign in as the owner of a PostgreSQL database. It does so when asked, and leaves when idle. */
export function owned(database: Database, url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    idleTimeoutMillis: 5000,
    allowExitOnIdle: true,
    types,
    options: `-c search_path=${searchPath.replaceAll(' ', '')}`,
  })
  // The database may be dropped under it.
  pool.on('error', () => {})
  owners.set(database.db, new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }))
  return database
}

/** Runs as the user who owns the database: past the wall. To break things on purpose, and to look behind. */
export async function asOwner<T>(database: Database, run: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const owner = owners.get(database.db)
  if (owner) return await owner.connection().execute(run)
  if (database.engine === 'postgres') throw new Error('Nobody said who owns this database: owned(database, url).')
  return await database.db.connection().execute(async (db) => {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
    await sql`set role none`.execute(db)
    try {
      return await run(db)
    } finally {
      await sql`select set_config('role', ${rows[0]?.role}, false)`.execute(db)
    }
  })
}
