import { cursorOf, after as olderThan } from '../rows/cursor.ts'
import { entries, type Filter } from './filter.ts'
import { says, type Teller, type Told, told } from './told.ts'

/** So many entries are looked through for words at a time, and in one call no more than so many times that. */
const [step, most] = [500, 4]

interface Asked {
  after: string | null
  limit: number
}

/** Some of the history, newest first; where to read on (null: that was all); and how far back it was looked through. */
export interface Found {
  rows: Told[]
  next: string | null
  back: Date | null
}

/**
 * Reads on in the history. Words are looked for in the sentences as they are shown, which no database holds: so a call
 * looks back so far and says how far, and the next one goes on from there.
 */
export async function read(ctx: Teller, { search, ...filter }: Filter, { after, limit }: Asked): Promise<Found> {
  const found: Found = { rows: [], next: after, back: null }
  const size = search ? step : limit + 1
  for (let round = 0; round < most; round++) {
    const query = entries(ctx.tx, ctx.scope, filter).$if(found.next !== null, (some) =>
      some.where(olderThan('at', 'id', found.next ?? '')),
    )
    const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(size).execute()
    for (const [n, one] of (await told(ctx, rows)).entries()) {
      found.back = one.row.at
      found.next = cursorOf(one.row.at, one.row.id)
      if (search && !says(one, search)) continue
      found.rows.push(one)
      if (found.rows.length === limit)
        return n + 1 < rows.length || rows.length === size ? found : { ...found, next: null }
    }
    if (rows.length < size) return { ...found, next: null }
  }
  return found
}
