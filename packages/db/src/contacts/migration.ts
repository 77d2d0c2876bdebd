import { everything, walled } from '../wall/behind.ts'

// Deleting a contact erases their chats, messages, keys and read marks with them (product.md, "erasure of their data").

export const tables = [
  `create table contact (
    account_id uuid not null references account (id) on delete cascade,
    id uuid not null,
    name text not null,
    email text,
    phone text,
    ip text,
    data jsonb not null default '{}',
    tags text[] not null default '{}',
    page text,
    device text,
    created_at timestamptz(3) not null default now(),
    last_seen_at timestamptz(3) not null default now(),
    primary key (account_id, id)
  )`,
  `create index contact_seen on contact (account_id, last_seen_at desc, id desc)`,
]

export const wall = walled('contact', everything)
