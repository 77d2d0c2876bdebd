import type { Database } from '@rolecall/db'
import { accountTables, asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { allMailed } from './mailed.ts'

/** One statement for all: a test asks for it twice for each thing that must change nothing. */
const digestsOf = (tables: string[]) =>
  sql.join(
    tables.map(
      (table) => sql`
      select ${sql.lit(table)} as table, count(*)::int as rows,
        md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
      from ${sql.table(table)} t${sql.raw(table === 'audit' ? ` where action <> 'session.refused'` : '')}`,
    ),
    sql` union all `,
  )

/** The same for every database of a run, so asked once. */
let digests: Promise<ReturnType<typeof digestsOf>> | undefined

/** Every row of every account (but that something was refused, which is written beside), as a count and a digest per table: equal before and after means that nothing was written. */
export async function stateOf(database: Database): Promise<Record<string, { rows: number; digest: string }>> {
  digests ??= asOwner(database, accountTables).then(digestsOf)
  const statement = await digests
  await allMailed(database)
  return await asOwner(database, async (db) => {
    const { rows } = await sql<{ table: string; rows: number; digest: string }>`${statement}`.execute(db)
    return Object.fromEntries(rows.map(({ table, ...row }) => [table, row]))
  })
}
