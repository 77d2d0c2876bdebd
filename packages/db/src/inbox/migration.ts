import { everything, walled } from '../wall/behind.ts'

// chat and message are written with every message, and PostgreSQL reads each check anew for each statement: one each.

export const tables = [
  `create table chat (
    account_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    status text not null default 'open' check (status in ('open', 'closed')),
    assignee_id uuid,
    department_id uuid,
    last_seq integer not null default 0,
    preview_body text,
    preview_kind text,
    preview_name text,
    preview_author uuid,
    preview_at timestamptz(3),
    seen_seq integer not null default 0,
    visitor_count integer not null default 0,
    created_at timestamptz(3) not null default now(),
    active_at timestamptz(3) not null default now(),
    first_reply_at timestamptz(3),
    closed_at timestamptz(3),
    primary key (account_id, id),
    foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade,
    foreign key (account_id, assignee_id) references member (account_id, id) on delete set null (assignee_id),
    foreign key (account_id, department_id) references department (account_id, id) on delete set null (department_id)
  )`,
  `create index chat_active on chat (account_id, status, active_at desc, id desc)`,
  `create index chat_mine on chat (account_id, assignee_id, status, active_at desc, id desc)
    where assignee_id is not null`,
  `create index chat_unassigned on chat (account_id, status, active_at desc, id desc) where assignee_id is null`,
  `create index chat_department on chat (account_id, department_id, status, active_at desc, id desc)
    where department_id is not null`,
  `create index chat_contact on chat (account_id, contact_id, created_at desc)`,
  `create index chat_created on chat (account_id, created_at)`,
  `create table chat_read (
    account_id uuid not null,
    chat_id uuid not null,
    member_id uuid not null,
    visitor_count integer not null,
    primary key (account_id, chat_id, member_id),
    foreign key (account_id, chat_id) references chat (account_id, id) on delete cascade,
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  `create index chat_read_member on chat_read (account_id, member_id)`,
  `create table message (
    account_id uuid not null,
    id uuid not null,
    chat_id uuid not null,
    seq integer not null,
    author_kind text not null,
    author_id uuid,
    author_name text not null,
    kind text not null,
    body text not null,
    at timestamptz(3) not null default now(),
    primary key (account_id, id),
    unique (account_id, chat_id, seq),
    foreign key (account_id, chat_id) references chat (account_id, id) on delete cascade,
    check (seq >= 1 and length(body) <= 10000 and author_kind in ('visitor', 'member', 'system')
      and kind in ('message', 'note', 'event') and (kind <> 'note' or author_kind = 'member'))
  )`,
]

export const wall = ['chat', 'chat_read', 'message'].flatMap((table) => walled(table, everything))
