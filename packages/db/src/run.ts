import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Runs statements one after the other. One by one, because PGlite's extended protocol takes a single statement at a
 * time; a migration is one transaction all the same.
 */
export async function run(db: Kysely<unknown>, ...statements: string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** A migration of these statements, noun by noun. */
export const steps = (...parts: readonly (readonly string[])[]): Migration => ({
  up: (db: Kysely<unknown>) => run(db, ...parts.flat()),
})
