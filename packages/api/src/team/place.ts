import { reachOfDepartments, rules } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'
import { type Attempt, actingOf, mustBeAllowed, whatIsMissing } from '../rows/may-act.ts'
import { changeOf, type HeldMember, heldMember } from '../rows/member.ts'
import { sessionOf } from '../rows/news.ts'
import { says } from './says.ts'

/**
 * Puts a member into these departments and no others, and writes it down; null: they were in them. Nobody lets anybody
 * see chats that they do not see themselves. @throws NOT_FOUND, PERMISSION_MISSING
 */
export async function place(ctx: MemberContext, member: HeldMember, departmentIds: readonly string[]) {
  const { tx, actor } = ctx
  const account_id = actor.accountId
  const wanted = new Set(departmentIds)
  const all = await tx.selectFrom('department').select(['id', 'name']).where('account_id', '=', account_id).execute()
  if ([...wanted].some((id) => !all.some((one) => one.id === id))) notFound()
  const had = new Set(member.departmentIds)
  const [added, gone] = [[...wanted].filter((id) => !had.has(id)), [...had].filter((id) => !wanted.has(id))]
  await mustBeAllowed(actingOf(ctx), attempt(ctx, member, [...wanted]))
  if (added.length + gone.length === 0) return null
  if (gone.length > 0) {
    await tx
      .deleteFrom('department_member')
      .where('account_id', '=', account_id)
      .where('member_id', '=', member.id)
      .where('department_id', 'in', gone)
      .execute()
  }
  if (added.length > 0) {
    const rows = added.map((department_id) => ({ account_id, department_id, member_id: member.id }))
    await tx.insertInto('department_member').values(rows).execute()
  }
  const named = (ids: Iterable<string>) => [...ids].map((id) => all.find((one) => one.id === id)?.name ?? '')
  const detail = { member: member.name, from: named(had), to: named(wanted), before: [...had], after: [...wanted] }
  await ctx.audit(says.setDepartments, { kind: 'member', id: member.id }, detail)
  await ctx.emit(sessionOf(member.id))
  return { memberId: member.id, had: [...had] }
}

/** Whether whoever did it could take it back as things stand now. */
export async function canPlaceBack(ctx: MemberContext, { memberId, had }: { memberId: string; had: string[] }) {
  const member = await heldMember(ctx.tx, ctx.actor.accountId, memberId, ctx.catalogue)
  return (await whatIsMissing(actingOf(ctx), attempt(ctx, member, had))) === null
}

function attempt({ catalogue }: MemberContext, member: HeldMember, departmentIds: readonly string[]): Attempt {
  const added = departmentIds.filter((id) => !member.departmentIds.includes(id))
  const change = changeOf(member, { departmentIds }, catalogue)
  return {
    demand: rules.setDepartments({ ...change, added: reachOfDepartments(added) }),
    what: `The access of ${member.name}`,
    member,
    permission: 'team.departments',
  }
}
