import { randomUUID } from 'node:crypto'
import { has } from '@rolecall/permissions'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { news } from '../rows/news.ts'
import { labelled, mustExist, permission } from '../rows/permission.ts'
import { count } from '../work/limits.ts'
import { reason } from './input.ts'
import { tellGranters } from './letters.ts'
import { says } from './says.ts'

const atOnce = 20
const limit = { name: 'access.request', max: 100, minutes: 60 }

/** Asks those who manage the team for one more permission. Asked again while it is open, it is the same request. */
export const request = guard
  .member({ cost: 20 })
  .input(z.strictObject({ permission, reason }))
  .mutation(async ({ ctx, input }): Promise<{ requestId: string }> => {
    const { tx, actor, catalogue } = ctx
    mustExist(catalogue, input.permission)
    if (has<string>(actor.now.grants, input.permission))
      refuse('CONFLICT', 'You may do this already. Load the page again if it does not show.')
    const member = { account_id: actor.accountId, member_id: actor.memberId }
    // One's own requests take turns, so that the limit holds.
    await tx
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', member.account_id)
      .where('id', '=', member.member_id)
      .forNoKeyUpdate()
      .execute()
    const open = await tx
      .selectFrom('access_request')
      .select(['id', 'permission'])
      .where('account_id', '=', member.account_id)
      .where('member_id', '=', member.member_id)
      .where('status', '=', 'open')
      .execute()
    const before = open.find((one) => one.permission === input.permission)
    if (before) return { requestId: before.id }
    if (open.length >= atOnce)
      refuse('TOO_MANY', `You have ${atOnce} open requests. Wait for an answer, or withdraw one of them.`)

    // Withdrawn and asked anew, each would be one more line of the history.
    await count({ db: tx }, limit, 'member', actor.memberId)
    const requestId = randomUUID()
    await tx
      .insertInto('access_request')
      .values({ ...member, id: requestId, ...input })
      .execute()
    const { name, label } = labelled(catalogue, input.permission)
    await ctx.audit(says.request, { kind: 'access_request', id: requestId }, { permission: name, label })
    await tellGranters(ctx, requestId, input.permission)
    await ctx.emit(news('requests'))
    return { requestId }
  })
