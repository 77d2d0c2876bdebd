import { reachOfDepartments, rules } from '@rolecall/permissions'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'
import { changeOf, heldMember } from '../rows/member.ts'
import { news, sessionOf } from '../rows/news.ts'
import { says } from './says.ts'

const input = z.strictObject({ memberId: id, departmentIds: z.array(id).max(100) })

/**
 * Says which departments a member belongs to, and with that which chats a narrow role of theirs sees. Nobody lets
 * anybody see chats that they do not see themselves.
 */
export const setDepartments = guard
  .may('team.departments', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, departmentIds } }) => {
    const { tx, actor, catalogue, audit, emit } = ctx
    const account_id = actor.accountId
    const member = await heldMember(tx, account_id, memberId, catalogue)
    const wanted = new Set(departmentIds)
    const all = await tx.selectFrom('department').select(['id', 'name']).where('account_id', '=', account_id).execute()
    if ([...wanted].some((id) => !all.some((one) => one.id === id))) notFound()
    const had = new Set(member.departmentIds)
    const added = [...wanted].filter((id) => !had.has(id))
    const gone = [...had].filter((id) => !wanted.has(id))
    const change = changeOf(member, { departmentIds: [...wanted] }, catalogue)
    await mustBeAllowed(actingOf(ctx), {
      demand: rules.setDepartments({ ...change, added: reachOfDepartments(added) }),
      what: `The access of ${member.name}`,
      member,
      permission: 'team.departments',
    })
    if (added.length + gone.length === 0) return { memberId }
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
    const detail = { member: member.name, from: named(had), to: named(wanted), before: [...had] }
    await audit(says.setDepartments, { kind: 'member', id: memberId }, detail)
    await emit(sessionOf(memberId), news('members'), news('departments'))
    return { memberId }
  })
