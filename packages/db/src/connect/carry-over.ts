import { type Kysely, sql } from 'kysely'
import { CannotServe } from '../cannot-serve.ts'
import type { Tables } from '../tables.ts'
import { handOver } from '../wall/hand-over.ts'
import { quoted, type Roles, schema, standIn } from '../wall/names.ts'

// Until the change 0013 everything stood in `public`, behind two roles that belonged to the whole server. It moves as it
// stands, so that nothing is copied and what points at a table goes on pointing at it.

const tables = `access_request account alarm api_token attempt audit chat chat_read clock contact department
  department_member event identity_credential identity_session identity_user identity_verification invite member
  member_grant message permission_use role role_preview role_version setting visitor kysely_migration
  kysely_migration_lock`.split(/\s+/)

const functions = `actor_by_session actor_by_token change_rights contact_closed_text contact_matches contact_open_text
  department_or_gone emit enter_account extra_of forget_events lock_rights member_by_session member_by_token
  member_or_gone preview_of read_actor read_member visitor_by_secret visitor_say wire_chat wire_instant
  wire_message`.split(/\s+/)

/** Whether `public` holds an installation of before: its list of migrations begins with ours. */
export async function hasEarlier(tx: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ listed: boolean }>`
    select to_regclass('public.kysely_migration') is not null and to_regclass('public.account') is not null as listed`.execute(
    tx,
  )
  if (!rows[0]?.listed) return false
  const { rows: first } = await sql`
    select from public.kysely_migration where name = '0001-account' limit 1`
    .execute(tx)
    .catch(refuse)
  return first.length > 0
}

/** Moves it into our schema and lets go of the roles of before. @throws {CannotServe} nothing has changed then */
export async function carryOver(tx: Kysely<Tables>, roles: Roles): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select statement from (
      select 1 as turn, format('alter function %s set schema %I', p.oid::regprocedure, ${schema}::text) as statement
        from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname = any (${sql.val(functions)}::text[])
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all select 2, format('alter table %s set schema %I', c.oid::regclass, ${schema}::text)
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and c.relname = any (${sql.val(tables)}::text[])
    ) moves order by turn`.execute(tx)
  try {
    for (const { statement } of rows) await sql.raw(statement).execute(tx)
    await handOver(tx, standIn, roles)
    for (const role of Object.values(standIn)) await sql.raw(letGo(role)).execute(tx)
  } catch (cause) {
    refuse(cause)
  }
}

function refuse(cause: unknown): never {
  throw new CannotServe(
    `This database was made by an earlier Rolecall, whose tables stand in the schema "public", and they could not be ` +
      `moved to the schema "${schema}": ${(cause as Error).message}. Nothing was changed. Start once with the user who ` +
      `owns those tables, who must be allowed to make schemas and roles.`,
    { cause },
  )
}

// Others on the same server may still work with it: then it stays, and so does who belongs to it.
const letGo = (role: string): string => `do $$ begin
  if exists (select from pg_roles where rolname = '${role}') then
    revoke all on schema public from ${quoted(role)};
    if not exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass
        and refobjid = '${role}'::regrole and deptype <> 'i') then
      drop role ${quoted(role)};
    end if;
  end if;
exception when insufficient_privilege or dependent_objects_still_exist then null;
end $$`
