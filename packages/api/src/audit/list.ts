import type { AuditPage } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { after, cursor, cursorOf, page } from '../rows/cursor.ts'
import { limit } from '../rows/input.ts'
import { toEntry } from './entry.ts'
import { entries, filter } from './filter.ts'

/** A page of the history, the newest first. */
export const list = guard
  .may('audit.view')
  .input(z.strictObject({ ...filter, after: cursor.optional(), limit }))
  .query(async ({ ctx, input }): Promise<AuditPage> => {
    let found = entries(ctx.tx, ctx.scope, input)
    if (input.after) found = found.where(after('at', 'id', input.after))
    const all = await found
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(input.limit + 1)
      .execute()
    const { rows, next } = page(all, input.limit, (row) => cursorOf(row.at, row.id))
    return { rows: rows.map((row) => toEntry(row, ctx)), next }
  })
