import { beforeWall } from '../wall/behind.ts'

export const tables = [
  // Before the wall: which account has something to do at what time, and nothing about what it is.
  `create table alarm (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references account (id) on delete cascade,
    at timestamptz(3) not null
  )`,
  `create index alarm_at on alarm (at)`,
  ...beforeWall('alarm'),
]
