import type { Database } from '@rolecall/db'
import { asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'

const tables = [
  'account',
  'clock',
  'role',
  'member',
  'contact',
  'visitor',
  'chat',
  'chat_read',
  'message',
  'event',
  'audit',
  'department',
  'department_member',
  'api_token',
  'invite',
  'role_version',
  'member_grant',
  'access_request',
  'role_preview',
  'alarm',
]

/** One statement for all: a test asks for it twice for each thing that must change nothing. */
const digests = sql.join(
  tables.map(
    (table) => sql`
      select ${sql.lit(table)} as table, count(*)::int as rows,
        md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
      from ${sql.table(table)} t`,
  ),
  sql` union all `,
)

/** Every row of every account, as a count and a digest per table: equal before and after means that nothing was written. */
export function stateOf(database: Database): Promise<Record<string, { rows: number; digest: string }>> {
  return asOwner(database, async (db) => {
    const { rows } = await sql<{ table: string; rows: number; digest: string }>`${digests}`.execute(db)
    return Object.fromEntries(rows.map(({ table, ...row }) => [table, row]))
  })
}
