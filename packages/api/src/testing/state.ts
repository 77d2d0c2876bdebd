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

/** Every row of every account, as a count and a digest per table: equal before and after means that nothing was written. */
export function stateOf(database: Database): Promise<Record<string, { rows: number; digest: string }>> {
  return asOwner(database, async (db) => {
    const state: Record<string, { rows: number; digest: string }> = {}
    for (const table of tables) {
      const { rows } = await sql<{ rows: number; digest: string }>`
        select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
        from ${sql.table(table)} t`.execute(db)
      if (rows[0]) state[table] = rows[0]
    }
    return state
  })
}
