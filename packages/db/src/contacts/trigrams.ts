import { type Kysely, sql } from 'kysely'
import { run } from '../run.ts'

/**
 * The schema in which this database has pg_trgm: the owner may have put it anywhere. Both extensions are part of
 * PostgreSQL, but a server may come without them: the search then works, slower.
 */
export async function trigramsIn(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ has: boolean }>`
    select count(*) = 2 as has from pg_available_extensions where name in ('pg_trgm', 'btree_gin')`.execute(db)
  if (!rows[0]?.has) return undefined
  await run(db, 'create extension if not exists pg_trgm', 'create extension if not exists btree_gin')
  const { rows: where } = await sql<{ schema: string }>`
    select quote_ident(nspname) as schema from pg_extension e join pg_namespace n on n.oid = extnamespace
    where extname = 'pg_trgm'`.execute(db)
  return where[0]?.schema
}
