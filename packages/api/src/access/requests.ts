import type { AccessRequest } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { actingOf } from '../rows/may-act.ts'
import { whyNotGrantable } from '../rows/may-grant.ts'
import { heldMembers } from '../rows/member.ts'
import { requestRows, toRequest } from './row.ts'

const status = z.enum(['open', 'granted', 'refused', 'withdrawn'])
const shown = 200

/** What is asked for, the open ones first and then the newest, and whether the caller may grant it. */
export const requests = guard
  .may('team.manage')
  .input(z.strictObject({ status: status.optional() }).optional())
  .query(async ({ ctx, input }): Promise<AccessRequest[]> => {
    const { tx, actor, catalogue } = ctx
    let wanted = requestRows(tx, actor.accountId)
    if (input?.status) wanted = wanted.where('request.status', '=', input.status)
    const rows = await wanted
      .orderBy(sql`request.status <> 'open'`)
      .orderBy('request.created_at', 'desc')
      .orderBy('request.id')
      .limit(shown)
      .execute()
    const open = rows.filter((row) => row.status === 'open')
    const ids = [...new Set(open.map((row) => row.member_id))]
    const members = await heldMembers(tx, actor.accountId, ids, catalogue)
    const acting = actingOf(ctx)
    const told: AccessRequest[] = []
    for (const row of rows) {
      const member = row.status === 'open' && members.find(({ id }) => id === row.member_id)
      const why = member ? await whyNotGrantable(acting, member, row.permission) : 'This request is decided.'
      told.push(toRequest(row, catalogue, why))
    }
    return told
  })
