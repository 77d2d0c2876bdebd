import { type Kysely, sql } from 'kysely'

/** What every connection of the running server is: owns nothing, may create nothing, cannot step over the wall. */
export const runtimeRole = 'rolecall_app'

/**
 * Makes the runtime role where it is missing, and lets the connecting user become it. Roles belong to the whole
 * database cluster, so another installation may be making it at the same moment.
 * @throws with the two statements to run, when the connecting user may not create roles.
 */
export async function ensureRuntimeRole(db: Kysely<any>): Promise<void> {
  try {
    await sql
      .raw(
        `do $$ begin
          if not exists (select from pg_roles where rolname = '${runtimeRole}') then
            begin
              create role ${runtimeRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
            exception when duplicate_object or unique_violation then null;
            end;
          end if;
          -- Membership is not asked for but tried: since PostgreSQL 16 who made a role is a member without this right.
          begin
            perform set_config('role', '${runtimeRole}', true);
          exception when insufficient_privilege then
            grant ${runtimeRole} to current_user;
          end;
          perform set_config('role', 'none', true);
        end $$`,
      )
      .execute(db)
  } catch (cause) {
    const user = await currentUser(db)
    throw new Error(
      `Rolecall runs as a role of its own, "${runtimeRole}", and the database user "${user}" may not create it. ` +
        `Have an administrator of the database run: create role ${runtimeRole} nologin; grant ${runtimeRole} to "${user}";`,
      { cause },
    )
  }
}

/** Rights that the schema itself gives: use it, create nothing in it. */
export async function grantSchema(db: Kysely<any>): Promise<void> {
  await sql.raw(`grant usage on schema public to ${runtimeRole}`).execute(db)
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(${runtimeRole}, 'public', 'create') as may`.execute(db)
  if (rows[0]?.may) await sql.raw(`revoke create on schema public from public, ${runtimeRole}`).execute(db)
}

async function currentUser(db: Kysely<any>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db)
  return rows[0]?.name ?? '?'
}
