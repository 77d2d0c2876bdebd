import { searchOwned } from '../wall/behind.ts'
import { indexedWords, wordsOf } from './words.ts'

// Searching chats by what was written needs a full-text index, and row-level security keeps `@@` from using one: the
// wall would have to be asked first, row by row. So the search is one function with rights of its own, which carries
// the account and the scope itself, and gives exactly one page, in the order of the list. Its cost is bounded by design:
//
// 1. A rare word is found by the index, and each chat it stands in is looked at once.
// 2. Who sees few chats has those looked through.
// 3. A common word stands in many chats: those last active are looked through until the page is full.
// 4. What is common, and yet not in the first of them, is found by the index as in 1, however much that is.

/** Chats within the scope and the view, last active first: each arm follows an index of its own and stops at `most`. */
const inOrder = (most: string) => {
  const arm = (where: string) => `(select c.id, c.contact_id, c.active_at from chat c
      where c.account_id = here and c.status = the_status and ${where} and ${afterEdge}
      order by c.active_at desc, c.id desc limit ${most})`
  return `(select * from (
      ${arm(`sees_all and the_view = 'all'`)}
      union ${arm(`(the_view = 'mine' or (the_view = 'all' and not sees_all)) and c.assignee_id = me`)}
      union (select c.* from unnest(departments) d cross join lateral
        ${arm(`not sees_all and the_view <> 'mine' and ${inView} and c.department_id = d`)} c)
      union ${arm(`((sees_all and the_view = 'unassigned') or (not sees_all and the_view <> 'mine' and ${freeSeen}))
        and c.assignee_id is null`)}
    ) c order by c.active_at desc, c.id desc limit ${most})`
}
const afterEdge = `(edge_id is null or (c.active_at, c.id) < (edge_at, edge_id))`
const inView = `(the_view = 'all' or (the_view = 'mine' and c.assignee_id = me)
          or (the_view = 'unassigned' and c.assignee_id is null))`
const freeSeen = `(free = 'any' or (free = 'unrouted' and c.department_id is null))`

// The same rule as `Reach.sees` of @rolecall/permissions and `seen` of the api's visible.ts; its search.db.test.ts holds
// them against each other.
const visible = `(sees_all or c.assignee_id = me or c.department_id = any (departments)
        or (c.assignee_id is null and ${freeSeen}))`

/** Whether a chat holds all the words, in one message or in its contact's name. */
const holds = `(exists (select from message m where m.account_id = here and m.chat_id = c.id and m.kind <> 'event'
          and ${wordsOf('m.body')} @@ words)
        or exists (select from contact k where k.account_id = here and k.id = c.contact_id
          and ${wordsOf('k.name')} @@ words))`

const inMessages = `select m.chat_id from message m
        where m.kind <> 'event' and ${indexedWords('m.account_id', 'm.body')} @@ here_words
          and m.account_id = here`
const inNames = `select k.id from contact k
        where ${indexedWords('k.account_id', 'k.name')} @@ here_words and k.account_id = here`
const ofContacts = (contacts: string) =>
  `select c.id from (${contacts}) k join chat c on c.account_id = here and c.contact_id = k.id`

/** Of these chats the page: each is looked up by its key, and shown where it is seen. */
const page = (ids: string) => `
    select c.id from (${ids}) hit (id) cross join lateral (
      select c.id, c.status, c.assignee_id, c.department_id, c.active_at from chat c
      where c.account_id = here and c.id = hit.id offset 0) c
    where c.status = the_status and ${inView} and ${visible}
      and ${afterEdge}
    order by c.active_at desc, c.id desc limit most`

const found = `
create function chats_found(needle text, sees_all boolean, me uuid, departments uuid[], free text,
  the_view text, the_status text, edge_at timestamptz, edge_id uuid, most integer, few integer, many integer)
returns setof uuid language plpgsql stable security definer
set search_path = rolecall, pg_temp set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_custom_plan
as $$
declare
  here uuid := nullif(current_setting('rolecall.account', true), '')::uuid;
  words tsquery;
  here_words tsquery;
  newest uuid[];
  hits uuid[];
  named uuid[];
  hit_count integer;
  name_count integer;
  sample integer;
begin
  if here is null then return; end if;
  select string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':*', ' & ')::tsquery into words
    from unnest(tsvector_to_array(${wordsOf('needle')})) word;
  if words is null then return; end if;
  here_words := words && ('''=' || here || '''')::tsquery;

  select array_agg(distinct h.chat_id), count(*) into hits, hit_count from (${inMessages} limit many) h;
  select array_agg(h.id), count(*) into named, name_count from (${inNames} limit many) h;
  if hit_count < many and name_count < many then
    return query ${page(`select unnest(hits) union ${ofContacts('select unnest(named) as id')}`)};
    return;
  end if;

  newest := array(select c.id from ${inOrder('few')} c order by c.active_at desc, c.id desc);
  if cardinality(newest) < few then
    return query select c.id from unnest(newest) with ordinality n (id, place)
      join chat c on c.account_id = here and c.id = n.id where ${holds} order by n.place limit most;
    return;
  end if;

  select count(*) into sample from unnest(newest) n (id) join chat c on c.account_id = here and c.id = n.id
    where ${holds};
  if sample * 6 >= few then
    hits := array(select c.id from ${inOrder('(1 + most / sample) * few * 3 / 2')} c where ${holds}
      order by c.active_at desc, c.id desc limit most);
    if cardinality(hits) >= most then
      return query select unnest(hits);
      return;
    end if;
  end if;

  return query ${page(`select * from (${inMessages}) m union ${ofContacts(inNames)}`)};
end $$`

export const search = [
  `create index message_words on message using gin (${indexedWords('account_id', 'body')}) where kind <> 'event'`,
  `create index contact_words on contact using gin (${indexedWords('account_id', 'name')})`,
  `grant select (account_id, id, contact_id, status, assignee_id, department_id, active_at) on chat to rolecall_search`,
  `grant select (account_id, id, chat_id, kind, body) on message to rolecall_search`,
  `create policy search on chat for select to rolecall_search using (true)`,
  `create policy search on message for select to rolecall_search using (true)`,
  found,
  ...searchOwned('chats_found'),
]
