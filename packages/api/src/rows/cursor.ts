import { sql } from 'kysely'
import { z } from 'zod'

// Keyset pages: "after this row" instead of "skip n rows", so that page 10,000 costs what page 1 costs and nothing is
// listed twice while chats move.

/** The cursor of an input. It names a place in an order, not a row: the scope holds on every page. */
export const cursor = z
  .string()
  .regex(/^\d{1,14}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not a cursor')

/** Milliseconds since 1970, which is all that our tables keep of a time, and the id that decides between equals. */
export const cursorOf = (at: Date, id: string): string => `${at.getTime()}_${id}`

/** The place that a cursor names. */
export function placeOf(place: string): { at: Date; id: string } {
  const [time, id = ''] = place.split('_')
  return { at: new Date(Number(time)), id }
}

/** Rows after the cursor in an order of newest first (`at desc, id desc`). */
export function after(at: string, id: string, place: string) {
  const last = placeOf(place)
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${last.at.toISOString()}::timestamptz, ${last.id}::uuid)`
}

/** Cuts the one row read beyond the page, which says that there is more, and the cursor that leads there. */
export function page<T>(rows: T[], limit: number, place: (row: T) => string): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? place(last) : null }
}
