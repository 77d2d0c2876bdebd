import { searchOwned, walled } from '../wall/behind.ts'

// What the outbox told an hour ago it forgets, in an account that has gone quiet too, and what is erased it forgets at
// once. A reader that follows it by a cursor (and not by a stream, which resumes within minutes) says how far it has come:
// nothing is forgotten that it has not read. That is the policy of the table, so it holds for whoever deletes.

const forgettable = `at < now() - interval '1 hour'
  and not exists (select from event_cursor c where c.account_id = event.account_id and c.after < event.id)`

const cursors = [
  `create table event_cursor (
    account_id uuid not null references clock (account_id) on delete cascade,
    reader text not null,
    after bigint not null,
    primary key (account_id, reader)
  )`,
  ...walled('event_cursor', 'select, insert, update, delete'),
  `drop policy only_old on event`,
  `create policy only_old on event as restrictive for delete using (${forgettable})`,
]

// What was told stays in its place, since ids are dense, but only that something is gone: a stream that resumes from
// before hears no word of it.
const erasing = [`grant update (type, data) on event to rolecall_app`]

// Ordered by the time at which they were written, as the rows are: a few pages instead of an index on a hot table.
const sweeping = [
  `create index event_at on event using brin (at) with (pages_per_range = 16)`,
  `grant select (account_id, id, at), delete on event to rolecall_search`,
  `grant select on event_cursor to rolecall_search`,
  // The same once more: what it may not delete it does not see, or a reader that is behind would fill its every round.
  `create policy forget on event for all to rolecall_search using (${forgettable})`,
  `create policy forget on event_cursor for select to rolecall_search using (true)`,
  `create function forget_old_events(most integer) returns integer language plpgsql security definer
    set search_path = rolecall, pg_temp as $$
  declare
    forgotten integer;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('rolecall.forget', 0)) then return 0; end if;
    delete from event e using (
      select account_id, id from event where at < now() - interval '1 hour' limit most
    ) old where e.account_id = old.account_id and e.id = old.id;
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$`,
  ...searchOwned('forget_old_events'),
]

export const forgetting = [...cursors, ...erasing, ...sweeping]
