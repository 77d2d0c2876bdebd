import type { Report } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { visibleChats } from '../guard/visible.ts'
import { daysBetween, isTimeZone, startOfDay } from './days.ts'

/** Longest span of a report, in days. */
const most = 366

/** Every day of it has a beginning that JavaScript and PostgreSQL can say in every time zone; year 0 has none. */
const day = z.iso.date().refine((on) => on >= '1970-01-01' && on < '3000-01-01', 'is not between 1970 and 2999')

const input = z
  .strictObject({
    from: day,
    to: day,
    timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < most * 86_400_000, {
    path: ['to'],
    message: `is more than ${most} days from the first day`,
  })

/**
 * Chats by the day they began, in the given time zone, and the median seconds from a chat's first message to its first
 * reply. Only chats within the caller's scope count. Every day of the span has a row.
 */
export const chats = guard
  .may('reports.view', { cost: 5 })
  .input(input)
  .query(async ({ ctx: { tx, scope }, input: { from, to, timeZone } }): Promise<Report> => {
    const days = daysBetween(from, to)
    const starts = [...days, nextDay(to)].map((day) => startOfDay(day, timeZone).toISOString())
    const began = sql.ref('chat.created_at')
    const rows = await visibleChats(tx, scope)
      .where('chat.created_at', '>=', new Date(starts[0] ?? from))
      .where('chat.created_at', '<', new Date(starts.at(-1) ?? to))
      .select(({ fn }) => [
        // The nth day, from 1; null: all of them together.
        sql<number | null>`width_bucket(${began}, ${`{${starts.join()}}`}::timestamptz[])`.as('nth'),
        fn.countAll<number>().as('chats'),
        fn.count<number>('chat.first_reply_at').as('answered'),
        sql<number | null>`percentile_cont(0.5) within group
          (order by extract(epoch from chat.first_reply_at - ${began})::float8)`.as('firstResponse'),
      ])
      .groupBy(sql`grouping sets ((1), ())`)
      .execute()
    const at = (nth: number | null) => {
      const row = rows.find((one) => one.nth === nth)
      return { chats: row?.chats ?? 0, answered: row?.answered ?? 0, firstResponse: row?.firstResponse ?? null }
    }
    return { from, to, timeZone, days: days.map((day, i) => ({ day, ...at(i + 1) })), total: at(null) }
  })

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
