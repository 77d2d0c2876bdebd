import { sql } from 'kysely'
import type { Database } from '../connect/database.ts'
import { jobsSchema, ownersOnly, schema } from '../wall/names.ts'
import { asOwner } from './owner.ts'

/**
 * Lends one database after the other to a whole test file and takes it back, because to make one costs fifteen times what
 * it costs to empty one. What is lent is as new: no row, nobody who listens.
 */
export function lender(make: () => Promise<Database>): () => Promise<Database> {
  const free: Database[] = []
  return async () => {
    const known = free.pop()
    const database = known ?? (await make())
    // Emptied when lent and not when given back: what the last one left running has ended by now.
    if (known) await empty(known)
    const deaf: (() => Promise<void>)[] = []
    return {
      ...database,
      listen: async (...hears) => {
        const stop = await database.listen(...hears)
        deaf.push(stop)
        return stop
      },
      close: async () => {
        await Promise.all(deaf.splice(0).map((stop) => stop()))
        free.push(database)
      },
    }
  }
}

/** Every row of every table of ours; the schema and what it knows of its own versions stay. */
export async function empty(database: Database): Promise<void> {
  await asOwner(database, async (db) => {
    const { rows } = await sql<{ names: string }>`
      select string_agg(quote_ident(tablename), ', ') as names from pg_tables
      where schemaname = ${schema} and tablename <> all (${sql.val(ownersOnly)}::text[])`.execute(db)
    await sql.raw(`truncate ${rows[0]?.names}`).execute(db)
    await sql.raw(`delete from ${jobsSchema}.job`).execute(db)
  })
}
