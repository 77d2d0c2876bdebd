import { walled } from '../wall/behind.ts'

// Points at no row that it tells of: "chat deleted" must outlive the chat.

export const tables = [
  `create table audit (
    account_id uuid not null references account (id) on delete cascade,
    id uuid not null default gen_random_uuid(),
    actor_kind text not null check (actor_kind in ('member', 'operator', 'system')),
    actor_id text,
    actor_name text not null,
    action text not null,
    subject_kind text not null,
    subject_id text,
    detail jsonb not null,
    at timestamptz(3) not null default now(),
    primary key (account_id, id)
  )`,
  `create index audit_at on audit (account_id, at desc, id desc)`,
]

/** Entries of old do not say it. */
export const origin = [`alter table audit add column ip text, add column token_id uuid, add column token_name text`]

export const wall = walled('audit', 'select, insert')
