// As Date.prototype.toISOString writes it.
const instant = `
create function wire_instant(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$`

// Message and Chat of packages/protocol. One expression each, so that PostgreSQL writes them into the caller's plan.
const wireMessage = `
create function wire_message(m message) returns jsonb language sql stable as $$
  select jsonb_build_object('id', m.id, 'chatId', m.chat_id, 'seq', m.seq, 'kind', m.kind, 'body', m.body,
    'author', jsonb_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
    'at', wire_instant(m.at))
$$`

const wireChat = `
create function wire_chat(c chat, contact_name text, assignee_name text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', c.id, 'contact', jsonb_build_object('id', c.contact_id, 'name', contact_name),
    'status', c.status, 'departmentId', c.department_id,
    'assignee', case when c.assignee_id is not null then
      jsonb_build_object('id', c.assignee_id, 'name', assignee_name) end,
    'lastSeq', c.last_seq, 'visitorCount', c.visitor_count, 'seenSeq', c.seen_seq,
    'preview', case when c.preview_at is not null then jsonb_build_object('body', c.preview_body,
      'author', jsonb_build_object('kind', c.preview_kind, 'id', c.preview_author, 'name', c.preview_name),
      'at', wire_instant(c.preview_at)) end,
    'createdAt', wire_instant(c.created_at), 'activeAt', wire_instant(c.active_at))
$$`

export const wire = [instant, wireMessage, wireChat]
