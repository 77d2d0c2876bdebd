import type { Kysely } from 'kysely'
import { run } from '../migrations/run.ts'
import { everything, wall } from '../wall/behind.ts'

// What the settings app adds to team and roles: invitations, earlier versions of a role, access for a while, requests
// for it, when a permission was last used, and a role looked at before it is saved.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, ...tables)
  for (const table of ['invite', 'member_grant', 'access_request', 'permission_use', 'role_preview'])
    await wall(db, table, everything)
  await wall(db, 'role_version', 'select, insert')
  await run(
    db,
    `grant ${everything} on alarm to rolecall_app`,
    // Rights change here as they do with a role: whoever writes queues (0007-actor.ts).
    `create trigger change_rights before insert or update or delete on member_grant
      for each statement execute function change_rights()`,
  )
}

const tables = [
  `create table invite (
    account_id uuid not null references account (id) on delete cascade,
    id uuid not null,
    email text not null,
    role_id uuid not null,
    department_ids uuid[] not null default '{}',
    token_hash text not null,
    invited_by uuid,
    expires_at timestamptz(3) not null,
    accepted_at timestamptz(3),
    revoked_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    primary key (account_id, id),
    unique (account_id, token_hash),
    foreign key (account_id, role_id) references role (account_id, id),
    foreign key (account_id, invited_by) references member (account_id, id) on delete set null (invited_by)
  )`,
  `create unique index invite_open on invite (account_id, lower(email)) where accepted_at is null and revoked_at is null`,
  `create index invite_role on invite (account_id, role_id)`,
  `create index invite_by on invite (account_id, invited_by)`,
  // Points at no role: what a deleted role was is still to be read.
  `create table role_version (
    account_id uuid not null references account (id) on delete cascade,
    role_id uuid not null,
    version integer not null,
    name text not null,
    permissions text[] not null,
    full_sections text[] not null,
    chat_scope text not null check (chat_scope in ('all', 'departments', 'mine')),
    unassigned boolean not null,
    by_id text,
    by_name text not null,
    at timestamptz(3) not null default now(),
    primary key (account_id, role_id, version)
  )`,
  // Beside the role that a member holds: one more permission, or all that another role may do. Without ends_at for good.
  `create table member_grant (
    account_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    permission text,
    role_id uuid,
    reason text not null default '',
    given_by text,
    given_name text not null,
    ends_at timestamptz(3),
    ended_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    primary key (account_id, id),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade,
    foreign key (account_id, role_id) references role (account_id, id) on delete cascade,
    check ((permission is null) <> (role_id is null))
  )`,
  `create index member_grant_member on member_grant (account_id, member_id) where ended_at is null`,
  `create index member_grant_role on member_grant (account_id, role_id) where role_id is not null`,
  `create table access_request (
    account_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    permission text not null,
    reason text not null,
    status text not null default 'open' check (status in ('open', 'granted', 'refused', 'withdrawn')),
    decided_by text,
    decided_name text,
    decided_at timestamptz(3),
    answer text,
    created_at timestamptz(3) not null default now(),
    primary key (account_id, id),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  `create unique index access_request_open on access_request (account_id, member_id, permission) where status = 'open'`,
  `create index access_request_at on access_request (account_id, status, created_at desc, id desc)`,
  // Written once a day for each, so that "unused for 90 days" can be told without a log of every call.
  `create table permission_use (
    account_id uuid not null,
    member_id uuid not null,
    permission text not null,
    last_used_at timestamptz(3) not null,
    primary key (account_id, member_id, permission),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  `create table role_preview (
    account_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    name text not null,
    preset text,
    permissions text[] not null,
    full_sections text[] not null,
    chat_scope text not null check (chat_scope in ('all', 'departments', 'mine')),
    unassigned boolean not null,
    expires_at timestamptz(3) not null,
    created_at timestamptz(3) not null default now(),
    primary key (account_id, id),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  `create index role_preview_member on role_preview (account_id, member_id)`,
  // Before the wall: which account has something to do at what time, and nothing about what it is.
  `create table alarm (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references account (id) on delete cascade,
    at timestamptz(3) not null
  )`,
  `create index alarm_at on alarm (at)`,
]
