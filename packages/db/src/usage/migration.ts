import { everything, walled } from '../wall/behind.ts'

export const tables = [
  // Written once a day for each, so that "unused for 90 days" can be told without a log of every call.
  `create table permission_use (
    account_id uuid not null,
    member_id uuid not null,
    permission text not null,
    last_used_at timestamptz(3) not null,
    primary key (account_id, member_id, permission),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  ...walled('permission_use', everything),
]
