import { isDeepStrictEqual } from 'node:util'
import type { RoleRow, Tx } from '@rolecall/db'
import { type Catalogue, covers } from '@rolecall/permissions'
import { sql } from 'kysely'
import { type By, combine, mustHold, type Power, powerOf, scopesOf } from '../rows/by.ts'
import { type PoweredMember, poweredMembers } from '../rows/member.ts'

/** A member who may do something else afterwards, with all that they hold taken together. */
export interface Affected {
  member: PoweredMember
  before: Power
  after: Power
}

/** What becomes of a role: for those whose role it is, and for those who hold it beside theirs (null: it goes). */
export interface Fate {
  own: RoleRow
  beside: RoleRow | null
}

/**
 * Everybody who holds the role, or holds it beside their own, with what they may do before and after. Deactivated ones
 * too: they may come back. `changed`: for whom it makes a difference.
 */
export async function affectedBy(
  tx: Tx,
  accountId: string,
  catalogue: Catalogue,
  role: RoleRow & { id: string },
  fate: Fate,
): Promise<{ all: Affected[]; changed: Affected[] }> {
  const ids = await holderIds(tx, accountId, role.id)
  const members = await poweredMembers(tx, accountId, ids, catalogue)
  const [own, beside] = [powerOf(fate.own, catalogue), fate.beside && powerOf(fate.beside, catalogue)]
  const all = members.map((member): Affected => {
    const rest = member.beside.flatMap((power, n) => {
      // Names of roles are unique in the account.
      if (member.extra[n]?.role?.name !== role.name) return [power]
      return beside ? [beside] : []
    })
    const base = member.role.id === role.id ? own : powerOf(member.role, catalogue)
    return { member, before: member.power, after: combine(base, ...rest) }
  })
  return { all, changed: all.filter(({ before, after }) => !same(before, after)) }
}

/** Nobody changes, through a role, what a member may do who is or would be above them. @throws PERMISSION_MISSING */
export function mustHoldAffected(by: By, catalogue: Catalogue, affected: readonly Affected[]): void {
  for (const { member, before, after } of affected)
    mustHold(by, catalogue, `The access of ${member.name}`, before, after)
}

const same = (a: Power, b: Power): boolean =>
  covers(a.grants, b.grants) && covers(b.grants, a.grants) && isDeepStrictEqual(scopesOf(a), scopesOf(b))

async function holderIds(tx: Tx, accountId: string, roleId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('member')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role_id', '=', roleId)
    .union(
      tx
        .selectFrom('member_grant')
        .select('member_id as id')
        .where('account_id', '=', accountId)
        .where('role_id', '=', roleId)
        .where('ended_at', 'is', null)
        .where(sql<boolean>`(ends_at is null or ends_at > clock_timestamp())`),
    )
    .execute()
  return rows.map(({ id }) => id)
}
