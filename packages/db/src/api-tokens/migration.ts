import { rightsChange } from '../actor/rights.ts'
import { everything, walled } from '../wall/behind.ts'

export const tables = [
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
]

export const wall = walled('api_token', everything)

export const rights = [rightsChange('api_token', 'update of member_id, permissions, expires_at or delete')]
