import { type Kysely, sql } from 'kysely'
import { run } from './run.ts'

// Searching contacts by any part of a word needs a trigram index, and row-level security keeps ILIKE from using one:
// the wall has to be asked first, row by row. So the search is one function with rights of its own, which carries the
// account predicate itself. Its role can read seven columns of one table and nothing else.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, openText, closedText)
  const indexed = await hasTrigrams(db)
  if (indexed)
    await run(
      db,
      `create index contact_open_text on contact using gin (account_id, contact_open_text(name, tags) gin_trgm_ops)`,
      `create index contact_closed_text on contact
        using gin (account_id, contact_closed_text(email, phone) gin_trgm_ops)`,
    )
  await run(
    db,
    `grant select (account_id, id, name, tags, email, phone, last_seen_at) on contact to rolecall_search`,
    `create policy search on contact for select to rolecall_search using (true)`,
    matches,
    `revoke all on function contact_matches from public`,
    // An owner needs the right to create at the moment of becoming it.
    `grant usage, create on schema public to rolecall_search`,
    `alter function contact_matches owner to rolecall_search`,
    `revoke create on schema public from rolecall_search`,
    `set local role rolecall_search`,
    `grant execute on function contact_matches to rolecall_app`,
    `set local role none`,
  )
}

// What everybody who sees contacts may search, and what contacts.details adds. The line break keeps a needle from
// matching the end of one field and the beginning of the next.
const openText = `
create function contact_open_text(name text, tags text[]) returns text language sql immutable parallel safe
  as $$ select name || chr(10) || array_to_string(tags, chr(10)) $$`
const closedText = `
create function contact_closed_text(email text, phone text) returns text language sql immutable parallel safe
  as $$ select coalesce(email, '') || chr(10) || coalesce(phone, '') $$`

// A plan per needle: what is best for 'an' is worst for 'annabel@'.
const matches = `
create function contact_matches(needle text, details boolean, most integer) returns setof uuid
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan as $$
declare
  here uuid := nullif(current_setting('rolecall.account', true), '')::uuid;
  pattern text := '%' || replace(replace(replace(needle, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
begin
  if here is null then return; end if;
  if details then
    return query select id from contact
      where account_id = here
        and (contact_open_text(name, tags) ilike pattern or contact_closed_text(email, phone) ilike pattern)
      order by last_seen_at desc, id desc limit most;
  else
    return query select id from contact
      where account_id = here and contact_open_text(name, tags) ilike pattern
      order by last_seen_at desc, id desc limit most;
  end if;
end $$`

/** Both are part of PostgreSQL, but a server may come without them: the search then works, slower. */
async function hasTrigrams(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select count(*) = 2 as has from pg_available_extensions where name in ('pg_trgm', 'btree_gin')`.execute(db)
  if (!rows[0]?.has) return false
  await run(db, 'create extension if not exists pg_trgm', 'create extension if not exists btree_gin')
  return true
}
