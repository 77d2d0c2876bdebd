import { rules } from '@rolecall/permissions'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import { guard } from '../guard.ts'
import { id } from '../rows/input.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'
import { heldMember } from '../rows/member.ts'

/** Takes away what a member holds beside their role, before its time. What has ended already stays as it is. */
export const end = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ grantId: id }))
  .mutation(async ({ ctx, input: { grantId } }): Promise<{ grantId: string }> => {
    const { tx, actor, catalogue } = ctx
    const held = await tx
      .selectFrom('member_grant')
      .leftJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'member_grant.account_id').onRef('role.id', '=', 'member_grant.role_id'),
      )
      .select(['member_grant.member_id', 'member_grant.permission', 'member_grant.ended_at', 'role.name as role'])
      .where('member_grant.account_id', '=', actor.accountId)
      .where('member_grant.id', '=', grantId)
      .executeTakeFirst()
    if (!held) return notFound()
    const member = await heldMember(tx, actor.accountId, held.member_id, catalogue)
    const demand = rules.end({ before: member })
    await mustBeAllowed(actingOf(ctx), { demand, what: 'Their access', member })
    if (held.ended_at) return { grantId }
    await tx
      .updateTable('member_grant')
      .set({ ended_at: new Date() })
      .where('account_id', '=', actor.accountId)
      .where('id', '=', grantId)
      .execute()
    const { permission, role } = held
    await ctx.audit('access.end', { kind: 'member', id: member.id }, { member: member.name, permission, role })
    await ctx.emit(
      { type: 'session', member_id: member.id, data: { type: 'session' } },
      { type: 'team', data: { type: 'team', what: 'members' } },
    )
    return { grantId }
  })
