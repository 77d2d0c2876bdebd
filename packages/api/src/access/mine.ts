import type { AccessRequest } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { requestRows, toRequest } from './row.ts'

const shown = 100

/** What one asked for oneself, newest first, and what became of it. */
export const mine = guard
  .member()
  .input(nothing)
  .query(async ({ ctx: { tx, actor, catalogue } }): Promise<AccessRequest[]> => {
    const rows = await requestRows(tx, actor.accountId)
      .where('request.member_id', '=', actor.memberId)
      .orderBy('request.created_at', 'desc')
      .orderBy('request.id')
      .limit(shown)
      .execute()
    return rows.map((row) => toRequest(row, catalogue, 'Somebody who manages the team decides on what you ask for.'))
  })
