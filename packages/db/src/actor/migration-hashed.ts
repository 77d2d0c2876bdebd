import { columns } from './migration-access.ts'

// A session is looked up by the hash of its token, as an API token is. A process of the version before sends the token
// itself and goes on being answered.

const byHash = `
create function member_by_session_hash(the_hash text, lock text, the_preview uuid)
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare s identity_session%rowtype;
begin
  select * into s from identity_session where token_hash = the_hash and expires_at > clock_timestamp();
  if s.account_id is null then return; end if;
  perform enter_account(s.account_id), lock_rights(s.account_id, lock);
  return query select * from read_member(s.account_id, null, s.user_id, null, the_preview);
end $$`

const byToken = `
create or replace function member_by_session(the_token text, lock text, the_preview uuid)
returns table (${columns}) language sql as $$
  select * from member_by_session_hash(encode(sha256(convert_to(the_token, 'UTF8')), 'hex'), lock, the_preview)
$$`

export const functionsWithHash = [byHash, byToken, `drop function actor_by_session(text, text)`]
