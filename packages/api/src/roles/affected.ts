import type { RoleRow, Tx } from '@rolecall/db'
import { type Catalogue, type Holdings, rules } from '@rolecall/permissions'
import { sql } from 'kysely'
import { type Affected, alike } from '../rows/effect.ts'
import { type Acting, mustBeAllowed } from '../rows/may-act.ts'
import { type HeldMember, heldMembers, holdingWith } from '../rows/member.ts'

/** What becomes of a role: for those whose role it is, and for those who hold it beside theirs (null: it goes). */
export interface Fate {
  own: RoleRow
  beside: RoleRow | null
}

/**
 * Everybody who holds the role, or holds it beside their own, with what they may do before and after. Deactivated ones
 * too: they may come back. `changed`: for whom it makes a difference, now or once what they have for a while has ended.
 */
export async function affectedBy(
  tx: Tx,
  accountId: string,
  catalogue: Catalogue,
  role: RoleRow & { id: string },
  fate: Fate,
): Promise<{ all: Affected[]; changed: Affected[] }> {
  const members = await heldMembers(tx, accountId, await holderIds(tx, accountId, role.id), catalogue)
  const all: Affected[] = members.map((member) => ({
    member,
    before: member,
    after: after(member, role, fate, catalogue),
  }))
  return { all, changed: all.filter(({ before, after }) => !same(before, after)) }
}

function after(member: HeldMember, role: RoleRow & { id: string }, fate: Fate, catalogue: Catalogue): Holdings {
  const extra = member.extra.flatMap((one) => {
    // Names of roles are unique in the account.
    if (one.role?.name !== role.name) return [one]
    return fate.beside ? [{ ...one, role: fate.beside }] : []
  })
  return holdingWith(member, { role: member.role.id === role.id ? fate.own : member.role, extra }, catalogue)
}

/** Nobody changes, through a role, what a member may do who is or would be above them. @throws PERMISSION_MISSING */
export async function mustReachAffected(acting: Acting, affected: readonly Affected[]): Promise<void> {
  for (const { member, before, after } of affected) {
    const demand = rules.holder({ before, after, active: member.status === 'active' })
    await mustBeAllowed(acting, { demand, what: `The access of ${member.name}`, member })
  }
}

const same = (a: Holdings, b: Holdings): boolean => alike(a.now, b.now) && alike(a.lasting, b.lasting)

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
