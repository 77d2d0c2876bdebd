// The visitor's message came in by a way of its own, a set_config beside enter_account; now by the same as everybody.
// The rest of it is as it was (migration-say-department.ts).
export const sayEnters = [
  `do $$ begin
    execute replace(pg_get_functiondef('visitor_say(uuid, text, uuid, text)'::regprocedure),
      'perform set_config(''rolecall.account'', the_account::text, true)', 'perform enter_account(the_account)');
  end $$`,
]
