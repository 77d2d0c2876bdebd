/**
 * A look at the console as a member, with what they hold beside their role, or with chosen departments; `department_ids` null:
 * those of whoever looks. `label`: as whom, in words. What a member holds for a while ends in the preview as it does for them.
 */
export const previewOf = [
  `alter table role_preview
    add column department_ids uuid[],
    add column extra jsonb,
    add column label text`,
  `create or replace function preview_of(the_account uuid, the_member uuid, the_preview uuid) returns jsonb language sql stable
  begin atomic
    select jsonb_build_object('name', p.name, 'preset', p.preset, 'permissions', p.permissions,
      'full_sections', p.full_sections, 'chat_scope', p.chat_scope, 'unassigned', p.unassigned,
      'label', coalesce(p.label, p.name), 'department_ids', p.department_ids,
      'extra', (select jsonb_agg(e.one order by e.place) from jsonb_array_elements(p.extra) with ordinality as e (one, place)
        where e.one->>'ends_at' is null or (e.one->>'ends_at')::timestamptz > clock_timestamp()))
    from role_preview p where p.account_id = the_account and p.id = the_preview and p.member_id = the_member
      and p.expires_at > clock_timestamp();
  end`,
]
