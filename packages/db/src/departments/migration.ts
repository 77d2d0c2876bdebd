import { rightsChange } from '../actor/rights.ts'
import { everything, walled } from '../wall/behind.ts'

export const tables = [
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
]

export const wall = [...walled('department', everything), ...walled('department_member', everything)]

export const rights = [rightsChange('department_member', 'insert or update or delete')]
