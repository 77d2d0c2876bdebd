import { literal, type Roles, schema } from './names.ts'

/**
 * The two ways through the wall. Whoever is not the walled role would see past it, so they raise: whatever a connection
 * was left with, by a pooler or by a `set role`, no transaction goes on from here. Bound bodies (pinned.ts) of a single
 * expression, so that they cost their caller nothing.
 */
export const entering = (roles: Roles): string[] => [
  refusal,
  way(
    roles,
    'enter_account(the_account uuid)',
    `set_config('rolecall.account', the_account::text, true) || set_config('rolecall.user', '', true)`,
  ),
  way(roles, 'enter_user(the_user text)', `set_config('rolecall.user', the_user, true)`),
]

const refusal = `
create or replace function ${schema}.refuse_entry() returns text language plpgsql as $$
begin
  raise exception 'the role % does not stand behind the wall and may enter no account', current_user
    using errcode = 'insufficient_privilege';
end $$`

const way = (roles: Roles, signature: string, step: string): string => `
create or replace function ${schema}.${signature} returns text language sql
return case when current_user = ${literal(roles.runtime)} then ${step} else ${schema}.refuse_entry() end`
