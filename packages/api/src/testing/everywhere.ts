import type { Database } from '@rolecall/db'
import { asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'

/**
 * Where each of these texts stands in the database, as its owner sees it: "message.body", in any table, column and schema of
 * ours or of a library. Also as bytes.
 */
export async function everywhere(database: Database, texts: readonly string[]): Promise<Map<string, string[]>> {
  return await asOwner(database, async (db) => {
    const { rows: columns } = await sql<{ place: string; source: string }>`
      select format('%s.%s', c.relname, a.attname) as place,
        format('(select %I::text as it from %I.%I) each', a.attname, n.nspname, c.relname) as source
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`.execute(db)
    const places = new Map(texts.map((text) => [text, [] as string[]]))
    for (const { place, source } of columns) {
      const { rows } = await sql<{ text: string }>`
        select text from unnest(${sql.val(texts)}::text[]) text where exists (select from ${sql.raw(source)}
          where strpos(it, text) > 0 or strpos(it, encode(convert_to(text, 'UTF8'), 'hex')) > 0)`.execute(db)
      for (const { text } of rows) places.get(text)?.push(place)
    }
    return places
  })
}
