import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { managed } from './manage.ts'
import { says } from './says.ts'

/** Lets a member in again, with the role they had. They sign in anew. */
export const reactivate = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ memberId: id }))
  .mutation(async ({ ctx, input: { memberId } }) => {
    const { tx, actor, audit, emit } = ctx
    const member = await managed(ctx, 'reactivate', memberId)
    if (member.status === 'active') return { memberId }
    await tx
      .updateTable('member')
      .set({ status: 'active' })
      .where('account_id', '=', actor.accountId)
      .where('id', '=', memberId)
      .execute()
    await audit(says.reactivate, { kind: 'member', id: memberId }, { member: member.name })
    await emit(news('members'))
    return { memberId }
  })
