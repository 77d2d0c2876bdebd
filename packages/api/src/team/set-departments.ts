import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { news, sessionOf } from '../rows/news.ts'
import { managed } from './manage.ts'
import { says } from './says.ts'

const input = z.strictObject({ memberId: id, departmentIds: z.array(id).max(100) })

/**
 * Says which departments a member belongs to, and with that which chats a narrow role of theirs sees. Nobody lets
 * somebody else see chats that they do not see themselves.
 */
export const setDepartments = guard
  .may('team.departments', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, departmentIds } }) => {
    const { tx, actor, audit, emit } = ctx
    const { chats } = actor.lasting.scope
    const account_id = actor.accountId
    const member = await managed(ctx, memberId)
    const wanted = new Set(departmentIds)
    const all = await tx.selectFrom('department').select(['id', 'name']).where('account_id', '=', account_id).execute()
    if ([...wanted].some((id) => !all.some((one) => one.id === id))) notFound()
    const now = await tx
      .selectFrom('department_member')
      .select('department_id')
      .where('account_id', '=', account_id)
      .where('member_id', '=', memberId)
      .execute()
    const had = new Set(now.map(({ department_id }) => department_id))
    const added = [...wanted].filter((id) => !had.has(id))
    const gone = [...had].filter((id) => !wanted.has(id))
    if (added.length + gone.length === 0) return { memberId }
    const sees = (id: string) => chats === 'all' || (chats === 'departments' && actor.departmentIds.includes(id))
    if (!added.every(sees)) {
      refuse(
        'PERMISSION_MISSING',
        'You do not see the chats of that department yourself, so you cannot let somebody else see them.',
        { permission: 'team.departments', role: actor.role.name },
      )
    }
    if (gone.length > 0) {
      await tx
        .deleteFrom('department_member')
        .where('account_id', '=', account_id)
        .where('member_id', '=', memberId)
        .where('department_id', 'in', gone)
        .execute()
    }
    if (added.length > 0) {
      const rows = added.map((department_id) => ({ account_id, department_id, member_id: memberId }))
      await tx.insertInto('department_member').values(rows).execute()
    }
    const named = (ids: Iterable<string>) => [...ids].map((id) => all.find((one) => one.id === id)?.name ?? '')
    const detail = { member: member.name, from: named(had), to: named(wanted) }
    await audit(says.setDepartments, { kind: 'member', id: memberId }, detail)
    await emit(sessionOf(memberId), news('members'), news('departments'))
    return { memberId }
  })
