import { membersWithRights, type Tx } from '@rolecall/db'
import { isCustom, type Permission, rules } from '@rolecall/permissions'
import type { Member } from '@rolecall/protocol'
import { sql } from 'kysely'
import type { MemberContext } from '../guard/context.ts'
import { labelOf } from '../guard/deny.ts'
import { may } from '../guard/may.ts'
import { type Acting, whatIsMissing } from '../rows/may-act.ts'
import { heldBy } from '../rows/member.ts'

/** Members with all that a line of the team shows. Add `where`, `orderBy` and `limit`; read with `toMember`. */
export const memberRows = (tx: Tx, accountId: string) =>
  membersWithRights(tx, accountId).select([
    'member.created_at',
    'member.hidden',
    sql<{ id: string; name: string }[] | null>`(
      select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.name)
      from department_member m join department d on d.account_id = m.account_id and d.id = m.department_id
      where m.account_id = member.account_id and m.member_id = member.id)`.as('departments'),
  ])

type Row = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number]

/** A line of the team, with what the caller may do about that member. */
export async function toMember(row: Row, { actor, catalogue }: MemberContext, acting: Acting): Promise<Member> {
  const member = heldBy(row, catalogue)
  const { id, name, email, status, role, extra } = member
  const attempt = { demand: rules.end({ before: member }), what: `The access of ${name}`, member }
  const senior = (await whatIsMissing(acting, attempt))?.message ?? null
  const judged = (permission: Permission) => {
    const lacks = `The role ${actor.role.name} does not have “${labelOf(catalogue, permission)}”.`
    const why = may(actor, permission) ? senior : lacks
    return { may: why === null, why }
  }
  return {
    id,
    name,
    email,
    status,
    role: { id: role.id, name: role.name, custom: isCustom(role) },
    departments: row.departments ?? [],
    since: row.created_at.toISOString(),
    extraCount: extra.length,
    hidden: row.hidden,
    manage: judged('team.manage'),
    // Which of them opens what is asked of each (setDepartments).
    place: judged('team.departments'),
  }
}
