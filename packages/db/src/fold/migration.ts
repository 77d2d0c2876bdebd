import { type Kysely, sql } from 'kysely'
import { run } from '../run.ts'

/**
 * Small letters that are the same in every database. PostgreSQL's own lower() and ILIKE go by the locale that the database
 * was made with: with C they know no umlaut, and with a Turkish one "ISIL" is not "isil".
 */
export async function makeFold(db: Kysely<unknown>): Promise<void> {
  const collation = await foldingCollation(db)
  if (!collation) throw new Error('this database has no collation that folds')
  await run(
    db,
    `create function fold(the_text text) returns text language sql immutable parallel safe
      return lower(the_text collate pg_catalog."${collation}")`,
  )
}

/** The first is built in since PostgreSQL 17; the second comes with ICU, which nearly every PostgreSQL is made with. */
export async function foldingCollation(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select collname as name from pg_collation where collname in ('pg_c_utf8', 'und-x-icu')
      and collnamespace = 'pg_catalog'::regnamespace order by collname`.execute(db)
  return rows[0]?.name
}
