import { walled } from '../wall/behind.ts'

// The outbox that live streams resume from. It points at no row that it tells of: "chat deleted" must outlive the chat.

export const clock = [
  // fillfactor: every event updates the account's one row; room on the page lets that stay a cheap in-page update.
  `create table clock (
    account_id uuid primary key references account (id) on delete cascade,
    now bigint not null default 0
  ) with (fillfactor = 20)`,
]

export const events = [
  // Points at the clock, which every event updates anyway: pointing at the account would lock its row per message.
  `create table event (
    account_id uuid not null references clock (account_id) on delete cascade,
    id bigint not null,
    type text not null,
    chat_id uuid,
    member_id uuid,
    assignee_id uuid,
    department_id uuid,
    was_assignee_id uuid,
    was_department_id uuid,
    moved boolean not null default false,
    data jsonb not null,
    at timestamptz(3) not null default now(),
    primary key (account_id, id)
  )`,
]

export const wall = [
  ...walled('clock', 'select, insert, update'),
  ...walled('event', 'select, insert, delete'),
  // The outbox forgets, but not what a stream may still resume from (reliability.md 19 asks for ten minutes).
  `create policy only_old on event as restrictive for delete using (at < now() - interval '1 hour')`,
]
