import { type Kysely, sql } from 'kysely'
import { CannotServe } from '../cannot-serve.ts'
import type { Tables } from '../tables.ts'
import { jobsSchema, literal, quoted, type Roles, schema } from './names.ts'
import { NoWall, roleHoles } from './role-holes.ts'

/** How the running server becomes the walled role. */
export type Entrance =
  /** It signs in with a password of its own, of which PostgreSQL is told this (connect/scram.ts). */
  | { by: 'password'; verifier: string }
  /** It signs in with an address that the operator wrote. */
  | { by: 'address' }
  /** By `set role`, on the embedded database, which nobody signs in to. */
  | { by: 'stepping down' }

/**
 * Makes the two roles where they are missing. `user` is who asks.
 * @throws {CannotServe} with the statements to run, where that user may not make roles
 */
export async function ensureRoles(tx: Kysely<Tables>, roles: Roles, entrance: Entrance, user: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname in (${roles.runtime}, ${roles.search})`.execute(tx)
  const there = new Set(rows.map(({ name }) => name))
  if (entrance.by === 'address') await refuseUnfit(tx, roles, user, there.has(roles.runtime))
  try {
    if (entrance.by !== 'address') await sql.raw(runtimeRole(roles.runtime, entrance, there)).execute(tx)
    if (!there.has(roles.search))
      await sql.raw(`create role ${quoted(roles.search)} nologin noinherit ${powerless}`).execute(tx)
    await sql.raw(membership(roles.search)).execute(tx)
  } catch (cause) {
    if ((cause as { code?: string }).code !== notAllowed) throw cause
    throw new CannotServe(
      `Rolecall keeps accounts apart with two database roles of its own, and the database user "${user}" may not make ` +
        `them. Have an administrator of the database run: ${byHand(roles, user, there)} Then set ROLECALL_MIGRATE_URL to the ` +
        `address of "${user}" and DATABASE_URL to the address of "${roles.runtime}".`,
      { cause },
    )
  }
}

const powerless = 'nosuperuser nobypassrls nocreatedb nocreaterole'
const notAllowed = '42501'

/** What makes or mends them: a role that is there is not made again. */
const byHand = ({ runtime, search }: Roles, user: string, there: ReadonlySet<string>): string =>
  `${there.has(runtime) ? 'alter' : 'create'} role ${quoted(runtime)} login noinherit password '(one of your own)'; ` +
  `${there.has(search) ? '' : `create role ${quoted(search)} nologin noinherit; `}grant ${quoted(search)} to ${quoted(user)};`

function runtimeRole(role: string, entrance: Entrance, there: ReadonlySet<string>): string {
  const login = entrance.by === 'password' ? `login password '${entrance.verifier}'` : 'nologin'
  return there.has(role)
    ? `alter role ${quoted(role)} ${login}`
    : `create role ${quoted(role)} noinherit ${powerless} ${login}`
}

// Membership is not asked for but tried: since PostgreSQL 16 whoever made a role is a member without that right. The
// owner needs it, to make the search's functions its own.
const membership = (role: string): string => `do $$ begin
  perform set_config('role', ${literal(role)}, true);
  perform set_config('role', 'none', true);
exception when insufficient_privilege then
  grant ${quoted(role)} to current_user;
end $$`

/** Before it is given anything. */
async function refuseUnfit(tx: Kysely<Tables>, roles: Roles, user: string, there: boolean): Promise<void> {
  const { runtime } = roles
  const apart = 'where ROLECALL_MIGRATE_URL is set, DATABASE_URL is the address of a role of its own that owns nothing'
  const begun = `W${apart.slice(1)}`
  if (runtime === user) throw new CannotServe(`${begun}, and both of them sign in as "${user}". Choose another role.`)
  if (!there)
    throw new CannotServe(
      `${begun}, and there is no role "${runtime}". Run: create role ${quoted(runtime)} login noinherit password '…';`,
    )
  const holes = await roleHoles(tx, roles)
  if (holes.length > 0) throw new NoWall([...holes, apart])
}

/** What the schemas themselves give: the use of them, and nothing may be made in them. */
export async function grantSchemas(tx: Kysely<Tables>, roles: Roles): Promise<void> {
  const [runtime, search] = [quoted(roles.runtime), quoted(roles.search)]
  const jobs = `alter default privileges in schema ${jobsSchema} grant`
  for (const statement of [
    `grant usage on schema ${schema} to ${runtime}, ${search}`,
    `grant usage on schema ${jobsSchema} to ${runtime}`,
    // Of whatever the owner makes there later.
    `${jobs} select, insert, update, delete on tables to ${runtime}`,
    `${jobs} usage on sequences to ${runtime}`,
    `${jobs} execute on functions to ${runtime}`,
  ])
    await sql.raw(statement).execute(tx)
}
