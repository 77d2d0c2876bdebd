import type { Kysely } from 'kysely'
import { run } from '../migrations/run.ts'

// Keys and foreign keys carry the account everywhere: a row can only ever point at a row of its own account.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(
    db,
    // A default role's permissions live in the code; the row must not seem to hold any.
    `create table role (
      account_id uuid not null references account (id) on delete cascade,
      id uuid not null,
      name text not null check (length(name) between 1 and 100),
      preset text,
      permissions text[] not null default '{}',
      full_sections text[] not null default '{}',
      chat_scope text not null default 'all' check (chat_scope in ('all', 'departments', 'mine')),
      unassigned boolean not null default true,
      version integer not null default 1,
      created_at timestamptz(3) not null default now(),
      primary key (account_id, id),
      unique (account_id, preset),
      check (preset is null or (name = preset and permissions = '{}' and full_sections = '{}'
        and chat_scope = 'all' and unassigned))
    )`,
    `create unique index role_name on role (account_id, lower(name))`,
    `create table member (
      account_id uuid not null references account (id) on delete cascade,
      id uuid not null,
      user_id text not null references identity_user (id),
      role_id uuid not null,
      status text not null default 'active' check (status in ('active', 'deactivated')),
      hidden boolean not null default false,
      created_at timestamptz(3) not null default now(),
      primary key (account_id, id),
      unique (account_id, user_id),
      foreign key (account_id, role_id) references role (account_id, id)
    )`,
    `create index member_role on member (account_id, role_id)`,
    `create index member_user on member (user_id)`,
    `create table department (
      account_id uuid not null references account (id) on delete cascade,
      id uuid not null,
      name text not null check (length(name) between 1 and 100),
      created_at timestamptz(3) not null default now(),
      primary key (account_id, id)
    )`,
    `create unique index department_name on department (account_id, lower(name))`,
    `create table department_member (
      account_id uuid not null,
      department_id uuid not null,
      member_id uuid not null,
      primary key (account_id, department_id, member_id),
      foreign key (account_id, department_id) references department (account_id, id) on delete cascade,
      foreign key (account_id, member_id) references member (account_id, id) on delete cascade
    )`,
    `create index department_member_member on department_member (account_id, member_id)`,
    `create table api_token (
      account_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      name text not null check (length(name) between 1 and 100),
      token_hash text not null,
      hint text not null,
      permissions text[] not null,
      expires_at timestamptz(3),
      last_used_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      primary key (account_id, id),
      unique (account_id, token_hash),
      foreign key (account_id, member_id) references member (account_id, id) on delete cascade
    )`,
    `create index api_token_member on api_token (account_id, member_id)`,
  )
}
