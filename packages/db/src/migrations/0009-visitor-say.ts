import type { Kysely } from 'kysely'
import { run } from './run.ts'

// The hot path: a visitor's message from secret to outbox in one statement. The chat's row is locked first, which makes
// seq dense, then the clock's, which makes event ids dense; everybody takes them in this order.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, instant, wireMessage, wireChat, say)
}

// As Date.prototype.toISOString writes it.
const instant = `
create function wire_instant(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$`

// Message and Chat of packages/protocol.
const wireMessage = `
create function wire_message(m message) returns jsonb language plpgsql stable as $$
begin
  return jsonb_build_object('id', m.id, 'chatId', m.chat_id, 'seq', m.seq, 'kind', m.kind, 'body', m.body,
    'author', jsonb_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
    'at', wire_instant(m.at));
end $$`

const wireChat = `
create function wire_chat(c chat) returns jsonb language plpgsql stable as $$
declare
  contact_name text := (select name from contact where account_id = c.account_id and id = c.contact_id);
  assignee jsonb;
begin
  if c.assignee_id is not null then
    select jsonb_build_object('id', m.id, 'name', u.name) into assignee
      from member m join identity_user u on u.id = m.user_id
      where m.account_id = c.account_id and m.id = c.assignee_id;
  end if;
  return jsonb_build_object('id', c.id, 'contact', jsonb_build_object('id', c.contact_id, 'name', contact_name),
    'status', c.status, 'assignee', assignee, 'departmentId', c.department_id,
    'lastSeq', c.last_seq, 'visitorCount', c.visitor_count, 'seenSeq', c.seen_seq,
    'preview', case when c.preview_at is not null then jsonb_build_object('body', c.preview_body,
      'author', jsonb_build_object('kind', c.preview_kind, 'id', c.preview_author, 'name', c.preview_name),
      'at', wire_instant(c.preview_at)) end,
    'createdAt', wire_instant(c.created_at), 'activeAt', wire_instant(c.active_at));
end $$`

// outcome: 'said'; 'existed' (the same message was said before: a retry); 'unknown' (no such secret);
// 'taken' (the id is somebody else's message). A closed chat opens again; where its assignee has left, unassigned.
const say = `
create function visitor_say(the_account uuid, the_hash text, the_id uuid, the_body text)
returns table (outcome text, message jsonb, id bigint, type text, chat_id uuid, member_id uuid, assignee_id uuid,
  department_id uuid, was_assignee_id uuid, was_department_id uuid, moved boolean, data jsonb, at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  c chat%rowtype;
  said message%rowtype;
  told event%rowtype;
  left_by uuid;
begin
  perform enter_account(the_account);
  select chat.* into c from visitor v join chat on chat.account_id = v.account_id and chat.id = v.chat_id
    where v.account_id = the_account and v.secret_hash = the_hash for update of chat;
  if not found then
    outcome := 'unknown'; return next; return;
  end if;

  select m.* into said from message m where m.account_id = the_account and m.id = the_id;
  if found then
    if said.chat_id = c.id and said.author_kind = 'visitor' and said.author_id = c.contact_id then
      outcome := 'existed'; message := wire_message(said);
    else
      outcome := 'taken';
    end if;
    return next; return;
  end if;

  insert into message (account_id, id, chat_id, seq, author_kind, author_id, author_name, kind, body, at)
    select the_account, the_id, c.id, c.last_seq + 1, 'visitor', c.contact_id, k.name, 'message', the_body,
      clock_timestamp()
    from contact k where k.account_id = the_account and k.id = c.contact_id
    on conflict on constraint message_pkey do nothing returning * into said;
  if not found then
    outcome := 'taken'; return next; return;
  end if;

  if c.status = 'closed' and c.assignee_id is not null and not exists (
    select from member m where m.account_id = the_account and m.id = c.assignee_id and m.status = 'active'
  ) then
    left_by := c.assignee_id;
  end if;
  update chat set last_seq = said.seq, visitor_count = visitor_count + 1, active_at = said.at,
      preview_body = the_body, preview_kind = 'visitor', preview_name = said.author_name,
      preview_author = said.author_id, preview_at = said.at,
      status = 'open', closed_at = null, assignee_id = case when left_by is null then assignee_id end
    where account_id = the_account and id = c.id returning * into c;
  -- Not worth waiting for: whoever holds the contact may be deleting it, and wait for this chat in turn.
  update contact set last_seen_at = said.at
    where account_id = the_account and id = (
      select k.id from contact k where k.account_id = the_account and k.id = c.contact_id
        and k.last_seen_at < said.at - interval '1 minute' for no key update skip locked);

  outcome := 'said'; message := wire_message(said);
  insert into event (account_id, id, type, chat_id, assignee_id, department_id,
      was_assignee_id, was_department_id, moved, data, at)
    values (the_account, tick(the_account, 1), 'message', c.id, c.assignee_id, c.department_id,
      left_by, case when left_by is not null then c.department_id end, left_by is not null,
      jsonb_build_object('type', 'message', 'chat', wire_chat(c), 'message', message), said.at)
    returning * into told;
  id := told.id; type := told.type; chat_id := told.chat_id; member_id := told.member_id;
  assignee_id := told.assignee_id; department_id := told.department_id;
  was_assignee_id := told.was_assignee_id; was_department_id := told.was_department_id;
  moved := told.moved; data := told.data; at := told.at;
  return next;
end $$`
