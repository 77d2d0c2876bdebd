// The roles are made before the migrations (roles.ts): creating them may need a right that the migrating user lacks, and
// that deserves a sentence of its own. `rolecall_app` and `rolecall_search` are what migrations call them (names.ts).

/** What the role may do is granted table by table, and nothing that was granted before counts. */
export const bare = [`revoke all on all tables in schema rolecall from rolecall_app`]

export const enter = [
  `
create function enter_account(the_account uuid) returns void language plpgsql as $$
begin
  perform set_config('rolecall.account', the_account::text, true), set_config('rolecall.user', '', true);
end $$`,
]
