import { walled } from '../wall/behind.ts'

export const tables = [
  `create table letter (
    account_id uuid not null references account (id) on delete cascade,
    id uuid not null,
    kind text not null,
    about text not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'needless', 'unsendable')),
    tries integer not null default 0,
    fault text,
    created_at timestamptz(3) not null default now(),
    sent_at timestamptz(3),
    primary key (account_id, id)
  )`,
  `create index letter_age on letter (account_id, created_at)`,
  ...walled('letter', 'select, insert, update, delete'),
]
