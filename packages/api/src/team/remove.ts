import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { endSessions } from '../rows/end-sessions.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { releaseChats } from '../rows/release-chats.ts'
import { managed, mustBeAnother } from './manage.ts'
import { says } from './says.ts'

/**
 * Takes a member off the team for good, with their API tokens and all that they held. What they wrote keeps their name;
 * who comes back is invited anew. Chats that whoever does it does not see keep them too (`kept`), as somebody who has left.
 */
export const remove = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ memberId: id }))
  .mutation(async ({ ctx, input: { memberId } }): Promise<{ memberId: string; kept: number }> => {
    const { tx, actor, audit, emit } = ctx
    const { accountId } = actor
    const member = await managed(ctx, 'remove', memberId)
    mustBeAnother(ctx, memberId)
    const { chats, kept } = await releaseChats(ctx, member)
    const ended = await endSessions(tx, accountId, member)
    await tx.deleteFrom('member').where('account_id', '=', accountId).where('id', '=', memberId).execute()
    const detail = { member: member.name, email: member.email, role: member.role.name, chats, kept }
    await audit(says.remove, { kind: 'member', id: memberId }, detail)
    await emit(ended, news('members'), news('departments'))
    return { memberId, kept }
  })
