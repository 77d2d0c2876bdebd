import { walled } from '../wall/behind.ts'

// Times are kept to the millisecond everywhere: a JavaScript Date holds no more, and a page cursor that lost the
// microseconds would skip or repeat rows.

export const tables = [
  `create table account (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    plan text not null check (plan in ('basic', 'pro', 'unlimited')),
    online boolean not null default true,
    widget_shown boolean not null default true,
    color text not null default '#2f5bea',
    greeting text not null default 'Hi there. How can we help?',
    time_zone text not null default 'UTC',
    demo boolean not null default false,
    created_at timestamptz(3) not null default now()
  )`,
]

export const wall = walled('account', 'select, insert, update', 'id')
