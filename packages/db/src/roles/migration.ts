import { rightsChange } from '../actor/rights.ts'
import { everything, walled } from '../wall/behind.ts'

export const tables = [
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
]

export const wall = walled('role', everything)

export const rights = [
  rightsChange('role', 'update of preset, permissions, full_sections, chat_scope, unassigned or delete'),
]

export const versions = [
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
  ...walled('role_version', 'select, insert'),
]

export const previews = [
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
  ...walled('role_preview', everything),
]
