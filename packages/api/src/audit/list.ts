import type { AuditPage } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { cursor } from '../rows/cursor.ts'
import { limit } from '../rows/input.ts'
import { toEntry } from './entry.ts'
import { filter } from './filter.ts'
import { goneOf } from './gone.ts'
import { read } from './read.ts'
import { undoable } from './undoable.ts'

/** A page of the history, the newest first. */
export const list = guard
  .may('audit.view')
  .input(z.strictObject({ ...filter, after: cursor.optional(), limit }))
  .query(async ({ ctx, input: { after = null, limit, ...asked } }): Promise<AuditPage> => {
    const { rows, next, back } = await read(ctx, asked, { after, limit })
    const gone = await goneOf(ctx, rows)
    const undo = await undoable(ctx, rows)
    return {
      rows: rows.map((one) => ({ ...toEntry(one, gone), undo: undo.get(one.row.id) ?? null })),
      next,
      back: next === null ? null : (back?.toISOString() ?? null),
    }
  })
