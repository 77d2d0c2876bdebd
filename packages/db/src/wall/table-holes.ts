import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { jobsSchema, schema } from './names.ts'

/** Tables that stand before the wall, each for a reason: people, their sessions, guesses, server-wide facts. */
export const shared: readonly string[] = [
  'identity_user',
  'identity_session',
  'identity_credential',
  'identity_verification',
  'attempt',
  'setting',
]

const policy = `(%s=(NULLIF(current_setting('rolecall.account'::text,true),''::text))::uuid)`

/**
 * What the running server can read of ours, directly or through something that is built on it, without a wall. What a host
 * keeps beside us is its own affair. Jobs stand before the wall: they hold ids and nothing else.
 */
export async function relationHoles(db: Kysely<Tables>, search: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; kind: string; forced: boolean; odd: boolean }>`
    with ours as (select oid from pg_namespace where nspname = ${schema}),
      policies as (select * from pg_policies where schemaname = ${schema} and permissive = 'PERMISSIVE')
    select c.relname as name, c.relkind::text as kind, c.relrowsecurity and c.relforcerowsecurity as forced,
      not exists (
        select from policies p where p.tablename = c.relname and p.policyname = 'wall' and p.cmd = 'ALL'
          and p.qual = p.with_check and regexp_replace(p.qual, '[[:space:]]+', '', 'g') =
            format(${policy}::text, case c.relname when 'account' then 'id' else 'account_id' end)
      ) or exists (
        select from policies p where p.tablename = c.relname and p.roles <> array[${search}]::name[]
          and (p.policyname, p.cmd, p.tablename::text) not in
            (('wall', 'ALL', c.relname::text), ('own_memberships', 'SELECT', 'member'))
      ) as odd
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', ${jobsSchema})
      and (has_table_privilege(c.oid, 'select, insert, update, delete')
        or has_any_column_privilege(c.oid, 'select, insert, update'))
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and case when n.oid in (select oid from ours) then c.relname <> all (${sql.val(shared)}::text[])
        else exists (select from pg_rewrite w join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
            and d.refclassid = 'pg_class'::regclass join pg_class t on t.oid = d.refobjid
          where w.ev_class = c.oid and t.relnamespace in (select oid from ours)) end
    order by c.relname`.execute(db)
  return rows.flatMap((row) => {
    if (row.kind !== 'r') return [`"${row.name}" is a view or foreign table that the server can read`]
    if (!row.forced) return [`row-level security is not forced on the table "${row.name}"`]
    return row.odd ? [`the table "${row.name}" lacks its wall or has another policy`] : []
  })
}
