import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** What every connection of the running server is: owns nothing, may create nothing, cannot step over the wall. */
export const runtimeRole = 'rolecall_app'

/** Whose rights the contact search runs with (contacts/), and what forgets old events (outbox/): a few columns, no words but of contacts. */
export const searchRole = 'rolecall_search'

const roles = [runtimeRole, searchRole]

/**
 * Makes the two roles where they are missing, and lets the connecting user become them. Roles belong to the whole
 * database server, so another installation may be making them at the same moment.
 * @throws with the statements to run, when the connecting user may not create roles.
 */
export async function ensureRoles(db: Kysely<Tables>): Promise<void> {
  try {
    for (const role of roles) await sql.raw(ensure(role)).execute(db)
  } catch (cause) {
    const user = (await sql<{ name: string }>`select current_user as name`.execute(db)).rows[0]?.name
    throw new Error(
      `Rolecall keeps accounts apart with two database roles of its own, and the database user "${user}" may not ` +
        `create them. Have an administrator of the database run: ` +
        `${roles.map((role) => `create role ${role} nologin; `).join('')}grant ${roles.join(', ')} to "${user}";`,
      { cause },
    )
  }
}

// Membership is not asked for but tried: since PostgreSQL 16 whoever made a role is a member without that right.
const ensure = (role: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    begin
      create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  begin
    perform set_config('role', '${role}', true);
  exception when insufficient_privilege then
    grant ${role} to current_user;
  end;
  perform set_config('role', 'none', true);
end $$`

/** Rights that the schema itself gives: use it, create nothing in it. */
export async function grantSchema(db: Kysely<Tables>): Promise<void> {
  await sql.raw(`grant usage on schema public to ${roles.join(', ')}`).execute(db)
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(${runtimeRole}, 'public', 'create') as may`.execute(db)
  if (rows[0]?.may) await sql.raw(`revoke create on schema public from public, ${roles.join(', ')}`).execute(db)
}
