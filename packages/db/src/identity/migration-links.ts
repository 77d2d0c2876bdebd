// What a person may do is changed by more than their role's name: by what the role holds, and by what they are given beside
// it. A reset link that was written before opened less, or more.
const holders = `
  delete from identity_verification where value in (
    select m.user_id from member m where m.account_id = new.account_id and (m.role_id = new.id or exists (
      select from member_grant g where g.account_id = m.account_id and g.member_id = m.id and g.role_id = new.id
        and g.ended_at is null)))`

const given = `
  delete from identity_verification where value in (
    select m.user_id from member m where m.account_id = one.account_id and m.id = one.member_id)`

export const linksOfRights = [
  `create function end_links_of_holders() returns trigger language plpgsql as $$
  begin ${holders}; return null; end $$`,
  `create trigger end_links after update of permissions, full_sections, chat_scope, unassigned on role
    for each row execute function end_links_of_holders()`,
  `create function end_links_of_given() returns trigger language plpgsql as $$
  declare one member_grant := coalesce(new, old);
  begin ${given}; return null; end $$`,
  `create trigger end_links after insert or update of ended_at, ends_at or delete on member_grant
    for each row execute function end_links_of_given()`,
]
