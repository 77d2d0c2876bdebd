import { rightsChange } from '../actor/rights.ts'
import { everything, walled } from '../wall/behind.ts'

// Keys and foreign keys carry the account everywhere: a row can only ever point at a row of its own account.

export const tables = [
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
]

export const wall = [
  ...walled('member', everything),
  // Sign-in has to find the accounts that a person works in before it can enter one.
  `create policy own_memberships on member for select
    using (user_id = nullif(current_setting('rolecall.user', true), ''))`,
]

export const rights = [rightsChange('member', 'update of role_id, status or delete')]

export const invites = [
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
  ...walled('invite', everything),
]
