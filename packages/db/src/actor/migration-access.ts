// Who is asking, still in one round trip: with what they hold for a while, and as the role that they look at. What has
// ended does not count, whether somebody noticed or not. New names: a process of the version before may still be asking
// by the old ones, whose plans it has prepared (connect/prepared.ts).

export const columns = `account_id uuid, member_id uuid, user_id text, name text, email text,
  role_id uuid, role_name text, preset text, permissions text[], full_sections text[],
  chat_scope text, unassigned boolean, department_ids uuid[], token_permissions text[], extra jsonb, preview jsonb`

// Null for nearly everybody.
const extra = `
create function extra_of(the_account uuid, the_member uuid) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_build_object('permission', g.permission, 'ends_at', wire_instant(g.ends_at), 'role',
      case when r.id is not null then jsonb_build_object('name', r.name, 'preset', r.preset, 'permissions', r.permissions,
        'full_sections', r.full_sections, 'chat_scope', r.chat_scope, 'unassigned', r.unassigned) end)
    order by g.created_at, g.id)
  from member_grant g left join role r on r.account_id = g.account_id and r.id = g.role_id
  where g.account_id = the_account and g.member_id = the_member and g.ended_at is null
    and (g.ends_at is null or g.ends_at > clock_timestamp())
$$`

const preview = `
create function preview_of(the_account uuid, the_member uuid, the_preview uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('name', p.name, 'preset', p.preset, 'permissions', p.permissions,
    'full_sections', p.full_sections, 'chat_scope', p.chat_scope, 'unassigned', p.unassigned)
  from role_preview p where p.account_id = the_account and p.id = the_preview and p.member_id = the_member
    and p.expires_at > clock_timestamp()
$$`

const member = `
create function read_member(the_account uuid, the_member uuid, the_user text, narrowed_to text[], the_preview uuid)
returns table (${columns}) language sql stable as $$
  select m.account_id, m.id, m.user_id, u.name, u.email,
    r.id, r.name, r.preset, r.permissions, r.full_sections, r.chat_scope, r.unassigned,
    array(select d.department_id from department_member d
      where d.account_id = m.account_id and d.member_id = m.id order by d.department_id),
    narrowed_to, extra_of(m.account_id, m.id),
    case when the_preview is not null then preview_of(m.account_id, m.id, the_preview) end
  from member m
    join role r on r.account_id = m.account_id and r.id = m.role_id
    join identity_user u on u.id = m.user_id
  where m.account_id = the_account and (m.id = the_member or m.user_id = the_user) and m.status = 'active'
$$`

const bySession = `
create function member_by_session(the_token text, lock text, the_preview uuid)
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare s identity_session%rowtype;
begin
  select * into s from identity_session where token = the_token and expires_at > clock_timestamp();
  if s.account_id is null then return; end if;
  perform enter_account(s.account_id), lock_rights(s.account_id, lock);
  return query select * from read_member(s.account_id, null, s.user_id, null, the_preview);
end $$`

const byToken = `
create function member_by_token(the_account uuid, the_hash text, lock text)
returns table (${columns}) language plpgsql as $$
#variable_conflict use_column
declare t api_token%rowtype;
begin
  perform enter_account(the_account), lock_rights(the_account, lock);
  select * into t from api_token where account_id = the_account and token_hash = the_hash
    and (expires_at is null or expires_at > clock_timestamp());
  if t.id is null then return; end if;
  return query select * from read_member(the_account, t.member_id, null, t.permissions, null);
end $$`

export const functionsWithAccess = [extra, preview, member, bySession, byToken]
