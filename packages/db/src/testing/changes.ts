import { type Kysely, sql } from 'kysely'
import type { Database } from '../connect/database.ts'
import type { Tables } from '../tables.ts'
import { asOwner } from './owner.ts'

/** Written beside a call and not by it: who made use of what, once a day, and what was seen, now and then. */
const beside = ['permission_use', 'presence', 'widget_page']

/** Every table whose rows are an account's, as the database has them: a new one is in every such test from the start. */
export async function accountTables(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and a.atttypid = 'uuid'::regtype
    where c.relkind = 'r' and c.relnamespace = (select relnamespace from pg_class where oid = 'account'::regclass)
      and (a.attnotnull or c.relname = 'account') and c.relname <> all (${sql.val(beside)}::text[])
    order by c.relname`.execute(db)
  return rows.map(({ name }) => name)
}

const watched = new WeakMap<Database, Promise<void>>()

/**
 * What was changed in an account since this was asked before, in order: "update chat". From the first question on the
 * database itself notes every row that is really changed, so that a test which must know after each call whether anything
 * was written asks for a few words and does not read the account. What is rolled back is not noted.
 */
export async function changesIn(database: Database, accountId: string): Promise<string[]> {
  const ready = watched.get(database) ?? watch(database)
  watched.set(database, ready)
  await ready
  const { rows } = await sql<{ what: string }>`
    with noted as (delete from watch.change where account_id = ${accountId} returning id, what)
    select what from noted order by id`.execute(database.db)
  return rows.map(({ what }) => what)
}

async function watch(database: Database): Promise<void> {
  await asOwner(database, async (db) => {
    for (const statement of notes) await sql.raw(statement).execute(db)
    for (const table of await accountTables(db)) await sql.raw(trigger(table)).execute(db)
  })
}

// In a schema of its own, where the wall has nothing to say. The function writes as its owner: a tenant may not.
const notes = [
  'create schema if not exists watch',
  'create table if not exists watch.change (id bigserial primary key, account_id uuid not null, what text not null)',
  // A database that is lent once more still notes what its next account is made of.
  'truncate watch.change',
  'grant usage on schema watch to public',
  'grant select, delete on watch.change to public',
  `create or replace function watch.note() returns trigger language plpgsql security definer set search_path = watch as $$
  declare one jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  begin
    if tg_op = 'UPDATE' and to_jsonb(old) = one then return null; end if;
    -- Written beside a call too: what was refused, and so did nothing.
    if tg_table_name = 'audit' and one ->> 'action' = 'session.refused' then return null; end if;
    insert into change (account_id, what) values ((one ->> tg_argv[0])::uuid, lower(tg_op) || ' ' || tg_table_name);
    return null;
  end $$`,
]

const trigger = (table: string) => `
  create or replace trigger watch after insert or update or delete on ${table}
    for each row execute function watch.note('${table === 'account' ? 'id' : 'account_id'}')`
