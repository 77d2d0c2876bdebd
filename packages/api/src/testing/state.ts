import type { Database } from '@rolecall/db'
import { asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'

/** Written beside the call and not by it: who made use of what, once a day (work/usage.ts). */
const beside = 'permission_use'

/** Every table whose rows are an account's, as the database has them: a new one is in every such test from the start. */
async function accountTables(database: Database): Promise<string[]> {
  const { rows } = await asOwner(database, (db) =>
    sql<{ name: string }>`
      select c.relname as name
      from pg_class c
        left join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and a.atttypid = 'uuid'::regtype
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and (a.attnotnull or c.relname = 'account') and c.relname <> ${beside}
      order by c.relname`.execute(db),
  )
  return rows.map(({ name }) => name)
}

/** One statement for all: a test asks for it twice for each thing that must change nothing. */
const digestsOf = (tables: string[]) =>
  sql.join(
    tables.map(
      (table) => sql`
      select ${sql.lit(table)} as table, count(*)::int as rows,
        md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
      from ${sql.table(table)} t`,
    ),
    sql` union all `,
  )

/** The same for every database of a run, so asked once. */
let digests: Promise<ReturnType<typeof digestsOf>> | undefined

/** Every row of every account, as a count and a digest per table: equal before and after means that nothing was written. */
export async function stateOf(database: Database): Promise<Record<string, { rows: number; digest: string }>> {
  digests ??= accountTables(database).then(digestsOf)
  const statement = await digests
  return await asOwner(database, async (db) => {
    const { rows } = await sql<{ table: string; rows: number; digest: string }>`${statement}`.execute(db)
    return Object.fromEntries(rows.map(({ table, ...row }) => [table, row]))
  })
}
