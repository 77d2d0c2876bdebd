import { everything, walled } from '../wall/behind.ts'

export const tables = [
  `create table visitor (
    account_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    chat_id uuid not null,
    secret_hash text not null,
    created_at timestamptz(3) not null default now(),
    primary key (account_id, id),
    unique (account_id, secret_hash),
    foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade,
    foreign key (account_id, chat_id) references chat (account_id, id) on delete cascade
  )`,
  `create index visitor_contact on visitor (account_id, contact_id)`,
  `create index visitor_chat on visitor (account_id, chat_id)`,
]

export const wall = walled('visitor', everything)

export const bySecret = [
  `
create function visitor_by_secret(the_account uuid, the_hash text)
returns table (contact_id uuid, chat_id uuid, name text) language plpgsql as $$
#variable_conflict use_column
begin
  perform enter_account(the_account);
  return query
    select v.contact_id, v.chat_id, c.name
    from visitor v join contact c on c.account_id = v.account_id and c.id = v.contact_id
    where v.account_id = the_account and v.secret_hash = the_hash;
end $$`,
]
