import { everything, walled } from '../wall/behind.ts'

export const tables = [
  // Beside the member, whose row is what a change of rights queues for.
  `create table presence (
    account_id uuid not null,
    member_id uuid not null,
    seen_at timestamptz(3) not null,
    primary key (account_id, member_id),
    foreign key (account_id, member_id) references member (account_id, id) on delete cascade
  )`,
  ...walled('presence', everything),
  `create table widget_page (
    account_id uuid not null references account (id) on delete cascade,
    first_at timestamptz(3) not null,
    last_at timestamptz(3) not null,
    page text not null check (length(page) between 1 and 300),
    primary key (account_id)
  )`,
  ...walled('widget_page', everything),
]
