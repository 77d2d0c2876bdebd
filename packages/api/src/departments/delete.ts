import { setsFree } from '@rolecall/permissions'
import { z } from 'zod'
import { handsOn } from '../guard/actor.ts'
import type { MemberContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { keptBy, leaveDepartment } from '../guard/visible.ts'
import { id } from '../rows/input.ts'
import { news, sessionOf } from '../rows/news.ts'
import { lockDepartment } from './lock.ts'
import { says } from './says.ts'

/**
 * Deletes a department. Its chats stay. Those that whoever deletes it sees belong to none from then on, so whoever saw
 * them for it sees them no more, and whoever sees the free ones may newly see some: every open console asks again. The
 * others keep the department that is gone (`kept`): who sees all chats sees them, and their assignee.
 */
export const deleteDepartment = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ departmentId: id }))
  .mutation(async ({ ctx, input: { departmentId } }): Promise<{ departmentId: string; kept: number }> => {
    const { tx, actor, audit, emit } = ctx
    const name = await lockDepartment(tx, actor.accountId, departmentId)
    const members = await tx
      .selectFrom('department_member')
      .innerJoin('member', (join) =>
        join
          .onRef('member.account_id', '=', 'department_member.account_id')
          .onRef('member.id', '=', 'department_member.member_id'),
      )
      .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
      .select('identity_user.name')
      .where('department_member.account_id', '=', actor.accountId)
      .where('department_member.department_id', '=', departmentId)
      .orderBy('identity_user.name')
      .execute()
    const kept = await letGo(ctx, departmentId)
    await tx.deleteFrom('department').where('account_id', '=', actor.accountId).where('id', '=', departmentId).execute()
    const detail = { department: name, members: members.map((one) => one.name), kept }
    await audit(says.delete, { kind: 'department', id: departmentId }, detail)
    await emit(sessionOf(null), news('departments'), news('members'))
    return { departmentId, kept }
  })

/** How many chats keep the department. */
async function letGo({ tx, actor }: MemberContext, departmentId: string): Promise<number> {
  const { accountId, memberId } = actor
  const mine = handsOn(actor)
  if (setsFree(mine)) await leaveDepartment(tx, accountId, departmentId, { memberId, reach: mine.reach })
  return keptBy(tx, accountId, departmentId)
}
