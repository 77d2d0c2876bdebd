import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { jobsSchema, quoted, type Roles, schema } from './names.ts'

/**
 * Gives everything in our schemas that one pair of roles holds to another pair, and takes it from the first: where the
 * roles were shared by a whole server, where a database was copied or renamed, where the operator names another.
 */
export async function handOver(tx: Kysely<Tables>, from: Roles, to: Roles): Promise<void> {
  for (const which of ['runtime', 'search'] as const) {
    if (from[which] === to[which]) continue
    const { rows } = await sql<{ statement: string }>`
      with gone as (select oid from pg_roles where rolname = ${from[which]}),
        ours as (select oid, nspname from pg_namespace where nspname in (${schema}, ${jobsSchema})),
        held as (
          select format('table %s', c.oid::regclass) as what, a.privilege_type as may, a.grantee
            from pg_class c join ours on ours.oid = c.relnamespace, aclexplode(c.relacl) a where c.relkind <> 'S'
          union all select format('table %s', c.oid::regclass), format('%s (%I)', a.privilege_type, t.attname), a.grantee
            from pg_class c join ours on ours.oid = c.relnamespace
              join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
          union all select format('sequence %s', c.oid::regclass), a.privilege_type, a.grantee
            from pg_class c join ours on ours.oid = c.relnamespace, aclexplode(c.relacl) a where c.relkind = 'S'
          union all select format('function %s', p.oid::regprocedure), a.privilege_type, a.grantee
            from pg_proc p join ours on ours.oid = p.pronamespace, aclexplode(p.proacl) a
          union all select format('schema %I', ours.nspname), a.privilege_type, a.grantee
            from ours join pg_namespace n on n.oid = ours.oid, aclexplode(n.nspacl) a
        ),
        each as (select what, may from held join gone on gone.oid = held.grantee)
      select statement from (
        select 1 as turn, format('alter policy %I on %s to %s', p.polname, p.polrelid::regclass, ${quoted(to[which])}::text)
          as statement from pg_policy p join gone on p.polroles = array[gone.oid]
        union all select 2, format('alter function %s owner to %s', p.oid::regprocedure, ${quoted(to[which])}::text)
          from pg_proc p join ours on ours.oid = p.pronamespace join gone on gone.oid = p.proowner
        union all select 3, format('grant %s on %s to %s', may, what, ${quoted(to[which])}::text) from each
        union all select 4, format('revoke %s on %s from %s', may, what, ${quoted(from[which])}::text) from each
        union all select 5, format('alter default privileges in schema %I revoke all on %s from %s', ours.nspname,
            kind, ${quoted(from[which])}::text)
          from ours, gone, unnest(array['tables', 'sequences', 'functions']) kind where ours.nspname = ${jobsSchema}
      ) steps order by turn`.execute(tx)
    for (const { statement } of rows) await sql.raw(statement).execute(tx)
  }
}
