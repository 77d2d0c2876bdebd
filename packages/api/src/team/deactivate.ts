import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { endSessions } from '../rows/end-sessions.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { releaseChats } from '../rows/release-chats.ts'
import { managed, mustBeAnother } from './manage.ts'
import { says } from './says.ts'

/**
 * Shuts a member out, at once and everywhere. What they wrote stays; their open chats are free again, but for those that
 * whoever does it does not see (`kept`): these wait for somebody who does.
 */
export const deactivate = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ memberId: id }))
  .mutation(async ({ ctx, input: { memberId } }): Promise<{ memberId: string; kept: number }> => {
    const { tx, actor, audit, emit } = ctx
    const { accountId } = actor
    const member = await managed(ctx, 'deactivate', memberId)
    mustBeAnother(ctx, memberId)
    if (member.status === 'deactivated') return { memberId, kept: 0 }
    const { chats, kept } = await releaseChats(ctx, member)
    await tx
      .updateTable('member')
      .set({ status: 'deactivated' })
      .where('account_id', '=', accountId)
      .where('id', '=', memberId)
      .execute()
    await audit(says.deactivate, { kind: 'member', id: memberId }, { member: member.name, chats, kept })
    await emit(await endSessions(tx, accountId, member), news('members'))
    return { memberId, kept }
  })
