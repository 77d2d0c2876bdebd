import type { Database } from '@rolecall/db'
import { asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'

/**
 * Where a text stands in the database, as its owner sees it: "message.body", in any table, column and schema of ours or of
 * a library. Also as bytes.
 */
export async function everywhere(database: Database, text: string): Promise<string[]> {
  return await asOwner(database, async (db) => {
    const { rows: columns } = await sql<{ place: string; query: string }>`
      select format('%s.%s', c.relname, a.attname) as place,
        format('select count(*)::int as found from (select %I::text as it from %I.%I) each', a.attname, n.nspname, c.relname)
          as query
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`.execute(db)
    const hex = Buffer.from(text).toString('hex')
    const places: string[] = []
    for (const { place, query } of columns) {
      const { rows } = await sql<{ found: number }>`
        ${sql.raw(query)} where strpos(it, ${text}) > 0 or strpos(it, ${hex}) > 0`.execute(db)
      if (rows[0]?.found) places.push(place)
    }
    return places
  })
}
