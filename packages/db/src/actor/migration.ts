// Who is asking, in one round trip. These functions run with the caller's rights: they enter the account that the
// session or token names and then read behind the wall like everybody else.

const columns = `account_id uuid, member_id uuid, user_id text, name text, email text,
  role_id uuid, role_name text, preset text, permissions text[], full_sections text[],
  chat_scope text, unassigned boolean, department_ids uuid[], token_permissions text[]`

// A guarded write holds the account's "rights" lock shared from before its check until its commit; whoever changes
// rights takes it whole (a trigger on each such table, rights.ts, sees to that, however the change is made). So no write commits under rights
// that were taken away before. Row locks (for share) would promise the same, but PostgreSQL lets new sharers pass a
// waiting update: a member who keeps writing would hold off their own demotion for as long as they like. These queue.
const rights = `
create function lock_rights(the_account uuid, lock text) returns void language plpgsql as $$
declare key bigint := hashtextextended('rolecall.rights:' || the_account::text, 0);
begin
  if lock = 'share' then
    perform pg_advisory_xact_lock_shared(key);
  elsif lock = 'team' then
    perform pg_advisory_xact_lock(key);
  end if;
end $$`

const changing = `
create function change_rights() returns trigger language plpgsql as $$
begin
  perform lock_rights(nullif(current_setting('rolecall.account', true), '')::uuid, 'team');
  return null;
end $$`

// The lock is waited for in a statement of its own: the ones after it then see what was committed meanwhile.
const actor = `
create function read_actor(the_account uuid, the_member uuid, the_user text, narrowed_to text[])
returns table (${columns}) language sql stable as $$
  select m.account_id, m.id, m.user_id, u.name, u.email,
    r.id, r.name, r.preset, r.permissions, r.full_sections, r.chat_scope, r.unassigned,
    array(select d.department_id from department_member d
      where d.account_id = m.account_id and d.member_id = m.id order by d.department_id),
    narrowed_to
  from member m
    join role r on r.account_id = m.account_id and r.id = m.role_id
    join identity_user u on u.id = m.user_id
  where m.account_id = the_account and (m.id = the_member or m.user_id = the_user) and m.status = 'active'
$$`

const bySession = `
create function actor_by_session(the_token text, lock text) returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare s identity_session%rowtype;
begin
  select * into s from identity_session where token = the_token and expires_at > clock_timestamp();
  if s.account_id is null then return; end if;
  perform enter_account(s.account_id), lock_rights(s.account_id, lock);
  return query select * from read_actor(s.account_id, null, s.user_id, null);
end $$`

const byToken = `
create function actor_by_token(the_account uuid, the_hash text, lock text)
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare t api_token%rowtype;
begin
  perform enter_account(the_account), lock_rights(the_account, lock);
  select * into t from api_token where account_id = the_account and token_hash = the_hash
    and (expires_at is null or expires_at > clock_timestamp());
  if t.id is null then return; end if;
  return query select * from read_actor(the_account, t.member_id, null, t.permissions);
end $$`

export const functions = [rights, changing, actor, bySession, byToken]
