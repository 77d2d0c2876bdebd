import type { Kysely } from 'kysely'
import { run } from '../migrations/run.ts'

export const everything = 'select, insert, update, delete'

const here = `nullif(current_setting('rolecall.account', true), '')::uuid`

/** Puts a table behind the tenant wall, also for its owner, and gives the running server `rights` on what is left of it. */
export async function wall(db: Kysely<unknown>, table: string, rights: string, key = 'account_id'): Promise<void> {
  await run(
    db,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy wall on ${table} using (${key} = ${here}) with check (${key} = ${here})`,
    `grant ${rights} on ${table} to rolecall_app`,
  )
}
