import type { ExtraGrant } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { grantRows, toGrant } from '../rows/extra-grant.ts'
import { id } from '../rows/input.ts'

const shown = 500

/** What members hold beside their roles at this moment, what ends next first. */
export const list = guard
  .may('team.view')
  .input(z.strictObject({ memberId: id.optional() }).optional())
  .query(async ({ ctx: { tx, actor, catalogue }, input }): Promise<ExtraGrant[]> => {
    let rows = grantRows(tx, actor.accountId)
    if (input?.memberId) {
      const member = await tx
        .selectFrom('member')
        .select('id')
        .where('account_id', '=', actor.accountId)
        .where('id', '=', input.memberId)
        .executeTakeFirst()
      if (!member) return notFound()
      rows = rows.where('held.member_id', '=', member.id)
    }
    const found = await rows.limit(shown).execute()
    return found.map((row) => toGrant(row, catalogue))
  })
