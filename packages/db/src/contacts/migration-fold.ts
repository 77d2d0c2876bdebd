import type { Kysely } from 'kysely'
import { run } from '../run.ts'
import { trigramsIn } from './trigrams.ts'

// The search as it was (migration-search.ts), by fold() in the place of ILIKE, which goes by the database's locale.

export async function searchFolds(db: Kysely<unknown>): Promise<void> {
  const trigrams = await trigramsIn(db)
  await run(
    db,
    'drop index if exists contact_open_text',
    'drop index if exists contact_closed_text',
    openText,
    closedText,
    matches,
  )
  if (trigrams)
    await run(
      db,
      `create index contact_open_text on contact
        using gin (account_id, contact_open_text(name, tags) ${trigrams}.gin_trgm_ops)`,
      `create index contact_closed_text on contact
        using gin (account_id, contact_closed_text(email, phone) ${trigrams}.gin_trgm_ops)`,
    )
}

// A fixed search_path, here already: to make the index is to call it.
const openText = `
create or replace function contact_open_text(name text, tags text[]) returns text language plpgsql immutable parallel safe
set search_path = rolecall, pg_temp
as $$ begin return fold(name || chr(10) || array_to_string(tags, chr(10))); end $$`
const closedText = `
create or replace function contact_closed_text(email text, phone text) returns text language sql immutable parallel safe
return fold(coalesce(email, '') || chr(10) || coalesce(phone, ''))`

const matches = `
create or replace function contact_matches(needle text, details boolean, most integer, newest integer) returns setof uuid
language plpgsql stable security definer
set search_path = rolecall, pg_temp as $$
declare
  here uuid := nullif(current_setting('rolecall.account', true), '')::uuid;
  pattern text := fold('%' || replace(replace(replace(needle, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%');
  found_so_far integer;
  edge_at timestamptz;
  edge_id uuid;
begin
  if here is null then return; end if;
  return query
    select id from (select id, name, tags, email, phone from contact
        where account_id = here order by last_seen_at desc, id desc limit newest) seen_last
      where fold(name) like pattern or fold(array_to_string(tags, chr(10))) like pattern
        or (details and (fold(email) like pattern or fold(phone) like pattern))
      limit most;
  get diagnostics found_so_far = row_count;
  if found_so_far >= most or length(needle) < 3 then return; end if;
  select last_seen_at, id into edge_at, edge_id from contact
    where account_id = here order by last_seen_at desc, id desc offset newest - 1 limit 1;
  if edge_id is null then return; end if;
  if details then
    return query
      with hit as materialized (select id, last_seen_at from contact where account_id = here
        and (contact_open_text(name, tags) like pattern or contact_closed_text(email, phone) like pattern))
      select id from hit where (last_seen_at, id) < (edge_at, edge_id)
      order by last_seen_at desc, id desc limit most - found_so_far;
  else
    return query
      with hit as materialized (select id, last_seen_at from contact where account_id = here
        and contact_open_text(name, tags) like pattern)
      select id from hit where (last_seen_at, id) < (edge_at, edge_id)
      order by last_seen_at desc, id desc limit most - found_so_far;
  end if;
end $$`
