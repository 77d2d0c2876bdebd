import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news, sessionOf } from '../rows/news.ts'
import { lockDepartment } from './lock.ts'
import { says } from './says.ts'

/**
 * Deletes a department. Its chats stay and belong to none, so whoever saw them for it sees them no more, and whoever
 * sees the free ones may newly see some: every open console asks again.
 */
export const deleteDepartment = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ departmentId: id }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { departmentId } }) => {
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
    await tx.deleteFrom('department').where('account_id', '=', actor.accountId).where('id', '=', departmentId).execute()
    const detail = { department: name, members: members.map((one) => one.name) }
    await audit(says.delete, { kind: 'department', id: departmentId }, detail)
    await emit(sessionOf(null), news('departments'), news('members'))
    return { departmentId }
  })
