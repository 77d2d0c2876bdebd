// A chat keeps whom and what it waits for, also once they are gone: to the keys it would be nobody's then, and
// everybody's who sees the free ones. An id without a row is nobody and no department, so only who sees all chats (or
// its assignee, or its department) sees it, and that is said by a name that stands for whoever is gone.
// Chats on the wire say their department by name, as they say their assignee.

const goneMember = `
create function member_or_gone(name text) returns text language sql immutable as $$
  select coalesce(name, 'Somebody who has left')
$$`

const goneDepartment = `
create function department_or_gone(name text) returns text language sql immutable as $$
  select coalesce(name, 'A department that is gone')
$$`

// As it was (migration-wire.ts), but for the department.
const wireChat = `
create function wire_chat(c chat, contact_name text, assignee_name text, department_name text)
returns jsonb language sql stable as $$
  select jsonb_build_object('id', c.id, 'contact', jsonb_build_object('id', c.contact_id, 'name', contact_name),
    'status', c.status,
    'assignee', case when c.assignee_id is not null then
      jsonb_build_object('id', c.assignee_id, 'name', member_or_gone(assignee_name)) end,
    'department', case when c.department_id is not null then
      jsonb_build_object('id', c.department_id, 'name', department_or_gone(department_name)) end,
    'lastSeq', c.last_seq, 'visitorCount', c.visitor_count, 'seenSeq', c.seen_seq,
    'preview', case when c.preview_at is not null then jsonb_build_object('body', c.preview_body,
      'author', jsonb_build_object('kind', c.preview_kind, 'id', c.preview_author, 'name', c.preview_name),
      'at', wire_instant(c.preview_at)) end,
    'createdAt', wire_instant(c.created_at), 'activeAt', wire_instant(c.active_at))
$$`

export const tombstones = [
  `alter table chat drop constraint chat_account_id_assignee_id_fkey`,
  `alter table chat drop constraint chat_account_id_department_id_fkey`,
  goneMember,
  goneDepartment,
  wireChat,
]

/** What the visitor's message was told by until it says the department too. */
export const oldWire = [`drop function wire_chat(chat, text, text)`]
