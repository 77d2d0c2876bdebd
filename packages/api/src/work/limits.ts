import { createHash } from 'node:crypto'
import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import { Refused } from '../refuse/errors.ts'

/** At most `max` calls in `minutes`, counted in the database so that every process sees the same count. */
export interface Limit {
  name: string
  max: number
  minutes: number
}

/** Counts one call and refuses it past the limit. `whom` is hashed: no address or email is kept. Counts calls, not HTTP requests. */
export async function count(
  { db }: Pick<Database, 'db'>,
  limit: Limit,
  by: 'ip' | 'email' | 'account' | 'member',
  whom: string,
): Promise<void> {
  const who = by === 'ip' ? network(whom) : whom.toLowerCase()
  const key = `${limit.name}:${by}:${createHash('sha256').update(who).digest('hex')}`
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempt as a (key, count, window_ends_at)
    values (${key}, 1, now() + make_interval(mins => ${limit.minutes}))
    on conflict (key) do update set
      count = case when a.window_ends_at <= now() then 1 else a.count + 1 end,
      window_ends_at = case when a.window_ends_at <= now() then excluded.window_ends_at else a.window_ends_at end
    returning count, ceil(extract(epoch from window_ends_at - now()))::int as wait`.execute(db)
  if (Math.random() < 0.01) await sql`delete from attempt where window_ends_at <= now()`.execute(db)
  const [counted] = rows
  if (counted && counted.count > limit.max) {
    const minutes = Math.ceil(counted.wait / 60)
    const when = minutes > 1 ? `${minutes} minutes` : 'a minute'
    throw new Refused('TOO_MANY', `That was too often. Wait ${when} and try again.`, {}, counted.wait)
  }
}

/** The address, or of IPv6 the /64: a single household may choose among 2^64 of those. */
export function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.split('%')[0]?.toLowerCase().split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
