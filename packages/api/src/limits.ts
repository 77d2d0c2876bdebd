import { createHash } from 'node:crypto'
import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import { refuse } from './errors.ts'

/** At most `max` calls in `minutes`, counted in the database so that every process sees the same count. */
export interface Limit {
  name: string
  max: number
  minutes: number
}

/** Counts one call and refuses it past the limit. `whom` is hashed: no address or email is kept. Counts calls, not HTTP requests. */
export async function count(database: Database, limit: Limit, by: 'ip' | 'email' | 'all', whom: string): Promise<void> {
  const key = `${limit.name}:${by}:${createHash('sha256').update(whom).digest('hex')}`
  const { rows } = await sql<{ count: number }>`
    insert into attempt as a (key, count, window_ends_at)
    values (${key}, 1, now() + make_interval(mins => ${limit.minutes}))
    on conflict (key) do update set
      count = case when a.window_ends_at <= now() then 1 else a.count + 1 end,
      window_ends_at = case when a.window_ends_at <= now() then excluded.window_ends_at else a.window_ends_at end
    returning count`.execute(database.db)
  if ((rows[0]?.count ?? 1) > limit.max) {
    refuse('TOO_MANY', `That was too often. Wait ${limit.minutes} minutes and try again.`)
  }
}
