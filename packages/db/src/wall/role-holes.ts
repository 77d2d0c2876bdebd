import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { jobsSchema, type Roles, schema } from './names.ts'

/** The tenant wall does not stand; nothing may be served. */
export class NoWall extends Error {
  constructor(holes: readonly string[]) {
    super(`Rolecall does not start, because accounts would not be kept apart: ${holes.join('; ')}.`)
    this.name = 'NoWall'
  }
}

/** What the two roles are, may do, own or could become that would lead past the wall. */
export async function roleHoles(db: Kysely<Tables>, { runtime, search }: Roles): Promise<string[]> {
  const { rows } = await sql<{ hole: string }>`
    select format('the database role %I %s', rolname, hole) as hole
    from pg_roles r, lateral (values
      (rolsuper, 'is a superuser'),
      (rolbypassrls, 'may bypass row-level security'),
      (rolcreaterole, 'may create roles'),
      (exists (select from pg_namespace where nspname in (${schema}, ${jobsSchema})
        and has_schema_privilege(r.oid, oid, 'create')), 'may create tables'),
      (exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o'
        and (classid <> 'pg_proc'::regclass or rolname <> ${search})), 'owns things'),
      (exists (select from pg_auth_members where member = r.oid), 'belongs to another role')
    ) as v (holed, hole)
    where rolname in (${runtime}, ${search}) and holed`.execute(db)
  return rows.map((row) => row.hole)
}
