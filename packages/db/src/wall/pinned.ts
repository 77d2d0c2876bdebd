import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { jobsSchema, schema, searchPath } from './names.ts'

/**
 * Fixes where each function of ours looks for names, so that it means the same whoever calls it. One whose body was
 * bound when it was made (`return …`, `begin atomic …`) looks for none any more; only such a one is written into the
 * plan of its caller.
 */
export async function pinFunctions(tx: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter function %s set search_path = ${sql.raw(searchPath)}', p.oid::regprocedure) as statement
    from pg_proc p where ${unpinned} and p.prokind = 'f'`.execute(tx)
  for (const { statement } of rows) await sql.raw(statement).execute(tx)
}

/** Functions `p` of ours, and not of an extension, that look for names where their caller does. */
export const unpinned = sql<boolean>`p.pronamespace in (select oid from pg_namespace where nspname in (${schema}, ${jobsSchema}))
  and p.prosqlbody is null and not coalesce(p.proconfig, '{}') @> array[${`search_path=${searchPath}`}]
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`
