// Logins are people, accounts are places. A login whose address is not confirmed is good in the account that made it and
// nowhere else, so an address may have several: one for everywhere, and one in each account that made its own.

const sha256 = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

/** Whoever reads the table signs nobody in. What is stored is hashed where it stands: nobody is signed out. */
const hashes = [
  `alter table identity_session rename column token to token_hash`,
  `update identity_session set token_hash = ${sha256('token_hash')}`,
  `alter table identity_session add constraint identity_session_token_hash check (token_hash ~ '^[0-9a-f]{64}$')`,
  `alter index identity_session_token_key rename to identity_session_token_hash_key`,
]

// Who works in several accounts has shown their password from one to the next. Everybody else is good where they are. A
// login on no team signs in nowhere; whoever comes back is invited anew. Memberships are read person by person, because
// the wall stands before the owner of the tables too.
const carryOver = `do $$
declare
  person record;
  places uuid[];
begin
  for person in select id from identity_user loop
    perform set_config('rolecall.user', person.id, true);
    select array_agg(m.account_id) into places from member m where m.user_id = person.id;
    if places is null then
      delete from identity_user where id = person.id;
    elsif cardinality(places) = 1 then
      update identity_user set account_id = places[1] where id = person.id;
    else
      update identity_user set confirmed_at = now() where id = person.id;
    end if;
  end loop;
  perform set_config('rolecall.user', '', true);
end $$`

const places = [
  `alter table identity_user drop constraint identity_user_email_key`,
  `drop index identity_user_email`,
  `alter table identity_user add column account_id uuid references account (id) on delete cascade`,
  `alter table identity_user add column confirmed_at timestamptz(3)`,
  carryOver,
  `alter table identity_user add constraint identity_user_place check (account_id is not null or confirmed_at is not null)`,
  `create unique index identity_user_everywhere on identity_user (lower(email)) where account_id is null`,
  `create unique index identity_user_in_account on identity_user (lower(email), account_id) where account_id is not null`,
  `create index identity_user_account on identity_user (account_id)`,
]

// A reset link was written to somebody as they were then. It ends with any change of their password, address, role or
// membership, whoever makes it and by whatever way, and with the others of its kind when one of them is used.
const links = [
  `create index identity_verification_value on identity_verification (value)`,
  `create function end_links() returns trigger language plpgsql as $$
  begin
    delete from identity_verification where value = to_jsonb(old) ->> tg_argv[0];
    return null;
  end $$`,
  `create trigger end_links after update of password or delete on identity_credential
    for each row execute function end_links('user_id')`,
  `create trigger end_links after update of email or delete on identity_user
    for each row execute function end_links('id')`,
  `create trigger end_links after update of role_id, status or delete on member
    for each row execute function end_links('user_id')`,
]

// The link that the inviter is shown proves nobody's mailbox; the one in the letter does.
const invitations = [
  `alter table invite add column letter_hash text`,
  `create unique index invite_letter on invite (account_id, letter_hash)`,
]

export const identityPlaces = [...hashes, ...places, ...links, ...invitations]
