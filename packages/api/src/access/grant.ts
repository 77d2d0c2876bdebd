import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { mustExist } from '../rows/permission.ts'
import { addGrant } from './add-grant.ts'
import { decided } from './decided.ts'
import { until } from './input.ts'
import { lockRequest } from './lock.ts'
import { says } from './says.ts'

const input = z.strictObject({ requestId: id, roleId: id.nullable(), until: until.nullable() })

/**
 * Says yes to a request: with the single permission that is asked for, or with a role that has it; for a while, or for
 * good, which with a role changes the member's own.
 */
export const grant = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { requestId, roleId, until } }): Promise<{ requestId: string }> => {
    const { tx, actor, catalogue } = ctx
    const { permission, member_id: memberId, reason } = await lockRequest(tx, actor.accountId, requestId)
    mustExist(catalogue, permission)
    const { detail, things } = await addGrant(ctx, { memberId, permission, roleId, until, reason })
    await decided(ctx, requestId, 'granted', null)
    await ctx.letter('accessDecided', requestId)
    await ctx.audit(says.grant, { kind: 'member', id: memberId }, detail, things)
    await ctx.emit(news('requests'))
    return { requestId }
  })
