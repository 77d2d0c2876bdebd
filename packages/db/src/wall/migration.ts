import type { Kysely } from 'kysely'
import { run } from '../migrations/run.ts'
import { everything, wall } from './behind.ts'

// The tenant wall. The role rolecall_app and its membership are made before the migrations (role.ts): creating it
// may need a right that the migrating user lacks, and that deserves a sentence of its own.

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, `revoke all on all tables in schema public from rolecall_app`)
  await wall(db, 'account', 'select, insert, update', 'id')
  await wall(db, 'clock', 'select, insert, update')
  for (const table of ['role', 'member', 'department', 'department_member', 'api_token', 'contact', 'chat'])
    await wall(db, table, everything)
  for (const table of ['visitor', 'chat_read', 'message']) await wall(db, table, everything)
  await wall(db, 'event', 'select, insert, delete')
  await wall(db, 'audit', 'select, insert')

  await run(
    db,
    // Sign-in has to find the accounts that a person works in before it can enter one.
    `create policy own_memberships on member for select
      using (user_id = nullif(current_setting('rolecall.user', true), ''))`,
    // The outbox forgets, but not what a stream may still resume from (reliability.md 19 asks for ten minutes).
    `create policy only_old on event as restrictive for delete using (at < now() - interval '1 hour')`,
    ...['identity_user', 'identity_session', 'identity_credential', 'identity_verification', 'attempt', 'setting'].map(
      (table) => `grant ${everything} on ${table} to rolecall_app`,
    ),
  )
}
