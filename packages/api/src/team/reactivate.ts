import { z } from 'zod'
import { guard } from '../guard.ts'
import { id } from '../rows/input.ts'
import { teamNews } from '../rows/team-news.ts'
import { managed } from './manage.ts'

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
    await audit('team.reactivate', { kind: 'member', id: memberId }, { member: member.name })
    await emit(teamNews('members'))
    return { memberId }
  })
