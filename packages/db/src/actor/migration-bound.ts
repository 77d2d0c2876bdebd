// As they were (migration-access.ts), with bodies that are bound now (wall/pinned.ts): every request reads its caller by them.

const columns = `account_id uuid, member_id uuid, user_id text, name text, email text,
  role_id uuid, role_name text, preset text, permissions text[], full_sections text[],
  chat_scope text, unassigned boolean, department_ids uuid[], token_permissions text[], extra jsonb, preview jsonb`

const extra = `
create or replace function extra_of(the_account uuid, the_member uuid) returns jsonb language sql stable begin atomic
  select jsonb_agg(jsonb_build_object('permission', g.permission, 'ends_at', wire_instant(g.ends_at), 'role',
      case when r.id is not null then jsonb_build_object('name', r.name, 'preset', r.preset, 'permissions', r.permissions,
        'full_sections', r.full_sections, 'chat_scope', r.chat_scope, 'unassigned', r.unassigned) end)
    order by g.created_at, g.id)
  from member_grant g left join role r on r.account_id = g.account_id and r.id = g.role_id
  where g.account_id = the_account and g.member_id = the_member and g.ended_at is null
    and (g.ends_at is null or g.ends_at > clock_timestamp());
end`

const preview = `
create or replace function preview_of(the_account uuid, the_member uuid, the_preview uuid) returns jsonb language sql stable
begin atomic
  select jsonb_build_object('name', p.name, 'preset', p.preset, 'permissions', p.permissions,
    'full_sections', p.full_sections, 'chat_scope', p.chat_scope, 'unassigned', p.unassigned)
  from role_preview p where p.account_id = the_account and p.id = the_preview and p.member_id = the_member
    and p.expires_at > clock_timestamp();
end`

const member = `
create or replace function read_member(the_account uuid, the_member uuid, the_user text, narrowed_to text[], the_preview uuid)
returns table (${columns}) language sql stable begin atomic
  select m.account_id, m.id, m.user_id, u.name, u.email,
    r.id, r.name, r.preset, r.permissions, r.full_sections, r.chat_scope, r.unassigned,
    array(select d.department_id from department_member d
      where d.account_id = m.account_id and d.member_id = m.id order by d.department_id),
    narrowed_to, extra_of(m.account_id, m.id),
    case when the_preview is not null then preview_of(m.account_id, m.id, the_preview) end
  from member m
    join role r on r.account_id = m.account_id and r.id = m.role_id
    join identity_user u on u.id = m.user_id
  where m.account_id = the_account and (m.id = the_member or m.user_id = the_user) and m.status = 'active';
end`

// The ways in return text now, because PostgreSQL writes no function that returns void into its caller. Migrating makes
// enter_account anew (wall/entering.ts), with the name that the walled role has here.
const rights = `
create function lock_rights(the_account uuid, lock text) returns text language sql return case lock
  when 'share' then pg_advisory_xact_lock_shared(hashtextextended('rolecall.rights:' || the_account::text, 0))::text
  when 'team' then pg_advisory_xact_lock(hashtextextended('rolecall.rights:' || the_account::text, 0))::text end`

export const boundActor = [
  extra,
  preview,
  member,
  'drop function enter_account(uuid)',
  'drop function lock_rights(uuid, text)',
  rights,
]
