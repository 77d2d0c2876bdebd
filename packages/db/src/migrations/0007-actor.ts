import type { Kysely } from 'kysely'
import { run } from './run.ts'

// Who is asking, in one round trip. These functions run with the caller's rights: they enter the account that the
// session or token names and then read behind the wall like everybody else.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, enter, actor, bySession, byToken, visitor)
}

const enter = `
create function enter_account(the_account uuid) returns void language plpgsql as $$
begin
  perform set_config('rolecall.account', the_account::text, true), set_config('rolecall.user', '', true);
end $$`

const columns = `account_id uuid, member_id uuid, user_id text, name text, email text,
  role_id uuid, role_name text, preset text, permissions text[], full_sections text[],
  chat_scope text, unassigned boolean, department_ids uuid[], token_permissions text[]`

// Member and role are locked one after the other: locked in one join, a member whose role had just been changed would
// come back as no row at all, since the join's role row is the one from before the wait.
// lock 'team' also takes the account's turn for changes to members and roles, before any row, so that two of them
// wait for each other instead of deadlocking on each other's member rows.
const actor = `
create function read_actor(the_account uuid, the_member uuid, the_user text, lock text, narrowed_to text[])
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare m member%rowtype;
begin
  if lock = 'none' then
    select * into m from member
      where account_id = the_account and (id = the_member or user_id = the_user) and status = 'active';
  else
    if lock = 'team' then
      perform pg_advisory_xact_lock(hashtextextended('rolecall.team:' || the_account::text, 0));
    end if;
    select * into m from member
      where account_id = the_account and (id = the_member or user_id = the_user) and status = 'active' for share;
  end if;
  if m.id is null then return; end if;
  if lock <> 'none' then
    perform from role where account_id = the_account and id = m.role_id for share;
  end if;
  return query
    select m.account_id, m.id, m.user_id, u.name, u.email,
      r.id, r.name, r.preset, r.permissions, r.full_sections, r.chat_scope, r.unassigned,
      array(select d.department_id from department_member d
        where d.account_id = the_account and d.member_id = m.id order by d.department_id),
      narrowed_to
    from role r, identity_user u
    where r.account_id = the_account and r.id = m.role_id and u.id = m.user_id;
end $$`

const bySession = `
create function actor_by_session(the_token text, lock text) returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare s identity_session%rowtype;
begin
  select * into s from identity_session where token = the_token and expires_at > clock_timestamp();
  if s.account_id is null then return; end if;
  perform enter_account(s.account_id);
  return query select * from read_actor(s.account_id, null, s.user_id, lock, null);
end $$`

const byToken = `
create function actor_by_token(the_account uuid, the_hash text, lock text)
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare t api_token%rowtype;
begin
  perform enter_account(the_account);
  select * into t from api_token where account_id = the_account and token_hash = the_hash
    and (expires_at is null or expires_at > clock_timestamp());
  if t.id is null then return; end if;
  return query select * from read_actor(the_account, t.member_id, null, lock, t.permissions);
end $$`

const visitor = `
create function visitor_by_secret(the_account uuid, the_hash text)
returns table (contact_id uuid, chat_id uuid, name text) language plpgsql as $$
#variable_conflict use_column
begin
  perform enter_account(the_account);
  return query
    select v.contact_id, v.chat_id, c.name
    from visitor v join contact c on c.account_id = v.account_id and c.id = v.contact_id
    where v.account_id = the_account and v.secret_hash = the_hash;
end $$`
