// The clock's row is locked from the bump to the commit, so within an account ids are dense and in commit order: a
// reader that has seen id n has seen every event before it. Every 256th event forgets the oldest ones.

const forget = `
create function forget_events(the_account uuid) returns void language sql as $$
  delete from event where account_id = the_account and at < now() - interval '1 hour'
    and id <= (select max(id) from (select id from event where account_id = the_account order by id limit 1024) oldest)
$$`

const emit = `
create function emit(the_account uuid, events jsonb)
returns table (id bigint, type text, chat_id uuid, member_id uuid, assignee_id uuid, department_id uuid,
  was_assignee_id uuid, was_department_id uuid, moved boolean, data jsonb, at timestamptz) language plpgsql as $$
#variable_conflict use_column
declare
  steps integer := jsonb_array_length(events);
  after bigint;
begin
  update clock set now = now + steps where account_id = the_account returning now into after;
  if after is null then
    raise exception 'no clock for account %: it does not exist or was not entered', the_account
      using errcode = 'no_data_found';
  end if;
  if after / 256 > (after - steps) / 256 then
    perform forget_events(the_account);
  end if;
  return query
    insert into event (account_id, id, type, chat_id, member_id, assignee_id, department_id,
      was_assignee_id, was_department_id, moved, data, at)
    select the_account, after - steps + e.nr, r.type, r.chat_id, r.member_id, r.assignee_id, r.department_id,
      r.was_assignee_id, r.was_department_id, coalesce(r.moved, false), r.data, clock_timestamp()
    from jsonb_array_elements(events) with ordinality as e(item, nr),
      jsonb_to_record(e.item) as r(type text, chat_id uuid, member_id uuid, assignee_id uuid, department_id uuid,
        was_assignee_id uuid, was_department_id uuid, moved boolean, data jsonb)
    order by e.nr
    returning event.id, event.type, event.chat_id, event.member_id, event.assignee_id, event.department_id,
      event.was_assignee_id, event.was_department_id, event.moved, event.data, event.at;
end $$`

export const functions = [forget, emit]
