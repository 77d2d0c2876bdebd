import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { run } from '../run.ts'
import { searchOwned } from '../wall/behind.ts'
import { trigramsIn } from './trigrams.ts'

// Searching contacts by any part of a word needs a trigram index, and row-level security keeps ILIKE from using one:
// the wall has to be asked first, row by row. So the search is one function with rights of its own, which carries the
// account predicate itself. Its role can read seven columns of one table and nothing else.

async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, openText, closedText)
  const trigrams = await trigramsIn(db)
  if (trigrams)
    await run(
      db,
      `create index contact_open_text on contact using gin (account_id, contact_open_text(name, tags) ${trigrams}.gin_trgm_ops)`,
      `create index contact_closed_text on contact
        using gin (account_id, contact_closed_text(email, phone) ${trigrams}.gin_trgm_ops)`,
    )
  await run(
    db,
    `grant select (account_id, id, name, tags, email, phone, last_seen_at) on contact to rolecall_search`,
    `create policy search on contact for select to rolecall_search using (true)`,
    matches,
    ...searchOwned('contact_matches'),
  )
}

// What everybody who sees contacts may search, and what contacts.details adds. The line break keeps a needle from
// matching the end of one field and the beginning of the next.
const openText = `
create function contact_open_text(name text, tags text[]) returns text language plpgsql immutable parallel safe
  as $$ begin return name || chr(10) || array_to_string(tags, chr(10)); end $$`
const closedText = `
create function contact_closed_text(email text, phone text) returns text language sql immutable parallel safe
  as $$ select coalesce(email, '') || chr(10) || coalesce(phone, '') $$`

// First through the contacts seen last, which finds enough where a needle is common; then by trigrams, which is quick
// where it is rare. Left to the planner it would be one query, but behind row-level security the planner does not look
// at statistics. Under three characters there are no trigrams, and the second step is left out.
const matches = `
create function contact_matches(needle text, details boolean, most integer, newest integer) returns setof uuid
language plpgsql stable security definer
set search_path = rolecall, pg_temp as $$
declare
  here uuid := nullif(current_setting('rolecall.account', true), '')::uuid;
  pattern text := '%' || replace(replace(replace(needle, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
  found_so_far integer;
  edge_at timestamptz;
  edge_id uuid;
begin
  if here is null then return; end if;
  return query
    select id from (select id, name, tags, email, phone from contact
        where account_id = here order by last_seen_at desc, id desc limit newest) seen_last
      where name ilike pattern or array_to_string(tags, chr(10)) ilike pattern
        or (details and (email ilike pattern or phone ilike pattern))
      limit most;
  get diagnostics found_so_far = row_count;
  if found_so_far >= most or length(needle) < 3 then return; end if;
  select last_seen_at, id into edge_at, edge_id from contact
    where account_id = here order by last_seen_at desc, id desc offset newest - 1 limit 1;
  if edge_id is null then return; end if;
  if details then
    return query
      with hit as materialized (select id, last_seen_at from contact where account_id = here
        and (contact_open_text(name, tags) ilike pattern or contact_closed_text(email, phone) ilike pattern))
      select id from hit where (last_seen_at, id) < (edge_at, edge_id)
      order by last_seen_at desc, id desc limit most - found_so_far;
  else
    return query
      with hit as materialized (select id, last_seen_at from contact where account_id = here
        and contact_open_text(name, tags) ilike pattern)
      select id from hit where (last_seen_at, id) < (edge_at, edge_id)
      order by last_seen_at desc, id desc limit most - found_so_far;
  end if;
end $$`

export const search: Migration = { up }
