import type { Kysely } from 'kysely'
import { run } from '../migrations/run.ts'

// What happened: the outbox that live streams resume from, and the audit log. Neither points at the rows it tells of:
// "chat deleted" must outlive the chat.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(
    db,
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
  )
}
