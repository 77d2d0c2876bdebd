import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { enterAccount } from './enter.ts'
import { searchRole } from './roles.ts'

/** Tables that stand before the wall, each for a reason: people, their sessions, guesses, server-wide facts, alarms. */
export const shared: readonly string[] = [
  'identity_user',
  'identity_session',
  'identity_credential',
  'identity_verification',
  'attempt',
  'setting',
  'alarm',
]

/** The tenant wall does not stand; nothing may be served. */
export class NoWall extends Error {
  constructor(holes: readonly string[]) {
    super(`Rolecall does not start, because accounts would not be kept apart: ${holes.join('; ')}.`)
    this.name = 'NoWall'
  }
}

/**
 * Proves the wall as the running server meets it: what role it has, that every table it can touch is walled (or named
 * in `shared`), and that a row written in one account is not seen from another. @throws {NoWall}
 */
export async function verifyWall(db: Kysely<Tables>): Promise<void> {
  const holes = [
    ...(await roleHoles(db)),
    ...(await tableHoles(db)),
    ...(await functionHoles(db)),
    ...(await liveHoles(db)),
  ]
  if (holes.length > 0) throw new NoWall(holes)
}

async function roleHoles(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ hole: string }>`
    select format('the database role %I %s', rolname, hole) as hole
    from pg_roles, lateral (values
      (rolsuper, 'is a superuser'),
      (rolbypassrls, 'may bypass row-level security'),
      (rolcreaterole, 'may create roles'),
      (has_schema_privilege(rolname, 'public', 'create'), 'may create tables'),
      (exists (select from pg_class where relowner = pg_roles.oid), 'owns tables'),
      (exists (select from pg_auth_members where member = pg_roles.oid), 'belongs to another role')
    ) as v (holed, hole)
    where rolname in (current_user, ${searchRole}) and holed`.execute(db)
  return rows.map((row) => row.hole)
}

async function tableHoles(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; kind: string; forced: boolean; odd: boolean }>`
    select c.relname as name, c.relkind::text as kind,
      c.relrowsecurity and c.relforcerowsecurity as forced,
      not exists (
        select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
          and p.policyname = 'wall' and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL'
          and p.qual = p.with_check and regexp_replace(p.qual, '[[:space:]]+', '', 'g') =
            format('(%s=(NULLIF(current_setting(''rolecall.account''::text,true),''''::text))::uuid)',
              case c.relname when 'account' then 'id' else 'account_id' end)
      ) or exists (
        select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
          and p.permissive = 'PERMISSIVE' and p.roles <> array[${searchRole}]::name[] and (p.policyname, p.cmd, p.tablename::text) not in
            (('wall', 'ALL', c.relname::text), ('own_memberships', 'SELECT', 'member'))
      ) as odd
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and has_table_privilege(c.oid, 'select, insert, update, delete')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      and c.relname <> all (${sql.val(shared)}::text[])
    order by c.relname`.execute(db)
  return rows.flatMap((row) => {
    if (row.kind !== 'r') return [`"${row.name}" is a view or foreign table that the server can read`]
    if (!row.forced) return [`row-level security is not forced on the table "${row.name}"`]
    return row.odd ? [`the table "${row.name}" lacks its wall or has another policy`] : []
  })
}

/** A function with its owner's rights could see past the wall: there are the search and what forgets by time, and no other. */
async function functionHoles(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and has_function_privilege(p.oid, 'execute')
      and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and (p.proname not in ('contact_matches', 'forget_old_events') or p.proowner::regrole::text <> ${searchRole})`.execute(
    db,
  )
  return rows.map((row) => `the function "${row.name}" runs with its owner's rights`)
}

const undo = Symbol('undo')

async function liveHoles(db: Kysely<Tables>): Promise<string[]> {
  const holes: string[] = []
  const [here, elsewhere] = [randomUUID(), randomUUID()]
  const probe = db.transaction().execute(async (tx) => {
    const seen = async () => (await tx.selectFrom('account').select('id').execute()).length
    if ((await seen()) > 0) holes.push('accounts are seen without having entered one')
    await enterAccount(tx, here)
    await tx.insertInto('account').values({ id: here, name: 'probe', plan: 'basic' }).execute()
    if ((await seen()) !== 1) holes.push('an account does not see exactly itself')
    await enterAccount(tx, elsewhere)
    if ((await seen()) > 0) holes.push('one account sees another')
    throw undo
  })
  await probe.catch((error) => {
    if (error !== undo) throw error
  })
  return holes
}
