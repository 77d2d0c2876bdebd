// As it was (migration-say-department.ts), but an id that is sent again with other words is another message, and refused:
// answered with the first one, the second would be lost. Says the message's number among what the visitor sees.
export const sayOnce = [
  `
drop function visitor_say(uuid, text, uuid, text)`,
  `
create function visitor_say(the_account uuid, the_hash text, the_id uuid, the_body text,
  out outcome text, out existing jsonb, out id bigint, out type text, out chat_id uuid, out member_id uuid,
  out assignee_id uuid, out department_id uuid, out was_assignee_id uuid, out was_department_id uuid,
  out moved boolean, out data jsonb, out at timestamptz, out shown integer)
language plpgsql as $$
#variable_conflict use_column
declare
  c chat%rowtype;
  said message%rowtype;
  the_chat uuid;
  the_contact uuid;
  contact_name text;
  last_seen timestamptz;
  last_said integer;
  last_shown integer;
  had uuid;
  keeps uuid;
  keeper text;
  department_name text;
  ticked bigint;
begin
  perform set_config('rolecall.account', the_account::text, true);
  select c.id, c.last_seq, c.shown_seq, c.assignee_id, k.id, k.name, k.last_seen_at,
      case when c.status = 'open' or exists (select from member m
        where m.account_id = c.account_id and m.id = c.assignee_id and m.status = 'active') then c.assignee_id end
    into the_chat, last_said, last_shown, had, the_contact, contact_name, last_seen, keeps
    from visitor v
      join chat c on c.account_id = v.account_id and c.id = v.chat_id
      join contact k on k.account_id = v.account_id and k.id = v.contact_id
    where v.account_id = the_account and v.secret_hash = the_hash for update of c;
  if the_chat is null then
    outcome := 'unknown';
    return;
  end if;

  insert into message (account_id, id, chat_id, seq, shown, author_kind, author_id, author_name, kind, body, at)
    values (the_account, the_id, the_chat, last_said + 1, last_shown + 1, 'visitor', the_contact, contact_name, 'message', the_body,
      clock_timestamp())
    on conflict on constraint message_pkey do nothing returning * into said;
  if not found then
    select wire_message(m), m.shown into existing, shown from message m where m.account_id = the_account and m.id = the_id
      and m.chat_id = the_chat and m.author_kind = 'visitor' and m.author_id = the_contact
      and m.body = the_body;
    outcome := case when existing is null then 'taken' else 'existed' end;
    return;
  end if;

  shown := said.shown;
  update chat set last_seq = said.seq, shown_seq = said.shown, visitor_count = visitor_count + 1, active_at = said.at,
      status = 'open', closed_at = null, assignee_id = keeps, preview_body = the_body, preview_kind = 'visitor',
      preview_name = contact_name, preview_author = the_contact, preview_at = said.at
    where account_id = the_account and id = the_chat returning * into c;
  if keeps is not null then
    select u.name into keeper from member m join identity_user u on u.id = m.user_id
      where m.account_id = the_account and m.id = keeps;
  end if;
  if c.department_id is not null then
    select d.name into department_name from department d where d.account_id = the_account and d.id = c.department_id;
  end if;
  if last_seen < said.at - interval '1 minute' then
    -- Not worth waiting for: whoever holds the contact may be deleting it, and wait for this chat in turn.
    update contact set last_seen_at = said.at where account_id = the_account and id = (
      select k.id from contact k where k.account_id = the_account and k.id = the_contact for no key update skip locked);
  end if;

  update clock set now = now + 1 where account_id = the_account returning now into ticked;
  insert into event (account_id, id, type, chat_id, assignee_id, department_id, was_assignee_id, was_department_id,
      moved, data, at)
    values (the_account, ticked, 'message', the_chat, keeps, c.department_id,
      case when had is distinct from keeps then had end, case when had is distinct from keeps then c.department_id end,
      had is distinct from keeps,
      jsonb_build_object('type', 'message', 'message', wire_message(said), 'shown', said.shown,
        'chat', wire_chat(c, contact_name, keeper, department_name)),
      said.at)
    returning 'said', id, type, chat_id, member_id, assignee_id, department_id, was_assignee_id, was_department_id,
      moved, data, at
    into outcome, id, type, chat_id, member_id, assignee_id, department_id, was_assignee_id, was_department_id,
      moved, data, at;
  if ticked % 256 = 0 then
    perform forget_events(the_account);
  end if;
end $$`,
]
