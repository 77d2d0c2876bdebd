export const everything = 'select, insert, update, delete'

const here = `nullif(current_setting('rolecall.account', true), '')::uuid`

/** Puts a table behind the tenant wall, also for its owner, and gives the running server `rights` on what is left of it. */
export const walled = (table: string, rights: string, key = 'account_id'): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy wall on ${table} using (${key} = ${here}) with check (${key} = ${here})`,
  `grant ${rights} on ${table} to rolecall_app`,
]

/** Leaves a table before the wall, for the running server to use; `shared` (table-holes.ts) names it and says why. */
export const beforeWall = (table: string): string[] => [`grant ${everything} on ${table} to rolecall_app`]
