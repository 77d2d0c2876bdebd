// As they were, but with bodies that are bound now: they look for no name when they are called, and so need no search_path
// of their own, which would keep PostgreSQL from writing them into the caller's plan (wall/pinned.ts).

const instant = `
create or replace function wire_instant(at timestamptz) returns text language sql stable
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const goneMember = `
create or replace function member_or_gone(name text) returns text language sql immutable
return coalesce(name, 'Somebody who has left')`

const goneDepartment = `
create or replace function department_or_gone(name text) returns text language sql immutable
return coalesce(name, 'A department that is gone')`

const wireMessage = `
create or replace function wire_message(m message) returns jsonb language sql stable
return jsonb_build_object('id', m.id, 'chatId', m.chat_id, 'seq', m.seq, 'kind', m.kind, 'body', m.body,
  'author', jsonb_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
  'at', wire_instant(m.at))`

const wireChat = `
create or replace function wire_chat(c chat, contact_name text, assignee_name text, department_name text)
returns jsonb language sql stable
return jsonb_build_object('id', c.id, 'contact', jsonb_build_object('id', c.contact_id, 'name', contact_name),
  'status', c.status,
  'assignee', case when c.assignee_id is not null then
    jsonb_build_object('id', c.assignee_id, 'name', member_or_gone(assignee_name)) end,
  'department', case when c.department_id is not null then
    jsonb_build_object('id', c.department_id, 'name', department_or_gone(department_name)) end,
  'lastSeq', c.last_seq, 'visitorCount', c.visitor_count, 'seenSeq', c.seen_seq,
  'preview', case when c.preview_at is not null then jsonb_build_object('body', c.preview_body,
    'author', jsonb_build_object('kind', c.preview_kind, 'id', c.preview_author, 'name', c.preview_name),
    'at', wire_instant(c.preview_at)) end,
  'createdAt', wire_instant(c.created_at), 'activeAt', wire_instant(c.active_at))`

export const boundWire = [instant, goneMember, goneDepartment, wireMessage, wireChat]
