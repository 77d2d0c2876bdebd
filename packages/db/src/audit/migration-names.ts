import { walled } from '../wall/behind.ts'

/**
 * What the entries name beside their subject, as it was called then. A contact's name stands here and nowhere else in the
 * history: it can be emptied when they are erased, and the entry stays.
 */
const tables = [
  `create table audit_name (
    account_id uuid not null,
    audit_id uuid not null,
    key text not null,
    kind text not null,
    id text not null,
    name text,
    primary key (account_id, audit_id, key),
    foreign key (account_id, audit_id) references audit (account_id, id) on delete cascade
  )`,
  `create index audit_name_thing on audit_name (account_id, id)`,
  `create index audit_actor on audit (account_id, actor_id, at desc, id desc)`,
  `create index audit_action on audit (account_id, action, at desc, id desc)`,
  `create index audit_subject on audit (account_id, subject_id, at desc, id desc)`,
]

const walls = ['audit', 'chat', 'contact', 'member']

/** Entries of old knew of a chat only ids: they get the names of today, and of who is gone an empty one. */
const old = [
  // Who owns a table is behind its wall too.
  ...walls.map((table) => `alter table ${table} no force row level security`),
  `insert into audit_name (account_id, audit_id, key, kind, id, name)
    select a.account_id, a.id, side.key, 'member', side.id, u.name
    from audit a
      cross join lateral (values ('from', a.detail->>'from'), ('to', a.detail->>'to')) side (key, id)
      left join member m on m.account_id = a.account_id and m.id::text = side.id
      left join identity_user u on u.id = m.user_id
    where a.action = 'inbox.assign' and side.id is not null`,
  `insert into audit_name (account_id, audit_id, key, kind, id, name)
    select a.account_id, a.id, 'contact', 'contact', coalesce(a.detail->>'contactId', c.contact_id::text, ''), k.name
    from audit a
      left join chat c on c.account_id = a.account_id and c.id::text = a.subject_id
      left join contact k on k.account_id = a.account_id
        and k.id::text = coalesce(a.detail->>'contactId', c.contact_id::text)
    where a.subject_kind = 'chat'`,
  ...walls.map((table) => `alter table ${table} force row level security`),
]

export const names = [...tables, ...old, ...walled('audit_name', 'select, insert, update (name)')]
