import { rightsChange } from '../actor/rights.ts'
import { everything, walled } from '../wall/behind.ts'

// Access for a while, and requests for it.

export const tables = [
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
  ...walled('member_grant', everything),
  ...walled('access_request', everything),
  rightsChange('member_grant', 'insert or update or delete'),
]
