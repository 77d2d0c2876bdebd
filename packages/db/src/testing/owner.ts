import { type Kysely, sql } from 'kysely'
import type { Database } from '../connect/database.ts'
import type { Tables } from '../tables.ts'
import { runtimeRole } from '../wall/roles.ts'

/** Runs as the user who owns the database: past the wall. To break things on purpose, and to look behind. */
export async function asOwner<T>(database: Database, run: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return await database.db.connection().execute(async (db) => {
    await sql.raw('set role none').execute(db)
    try {
      return await run(db)
    } finally {
      await sql.raw(`set role ${runtimeRole}`).execute(db)
    }
  })
}
