import type { RoleRow, Tx } from '@rolecall/db'
import { type Catalogue, diffRoles, type Grants, grantsOf, intersect, minus, toNames } from '@rolecall/permissions'
import type { Blast } from '@rolecall/protocol'
import { sql } from 'kysely'
import { departmentNames } from '../rows/departments.ts'
import { type Affected, alike } from './affected.ts'
import { scopedOf } from './draft.ts'
import { linesOf } from './lines.ts'
import { openInvites } from './open-invites.ts'

interface Change {
  roleId: string | null
  before: RoleRow
  after: RoleRow
  /** For whom it makes a difference. */
  changed: readonly Affected[]
}

/** What a change of a role means for people, their API tokens and the invited, in figures and in words. */
export async function blastOf(tx: Tx, accountId: string, catalogue: Catalogue, change: Change): Promise<Blast> {
  const active = change.changed
    .filter(({ member, before, after }) => member.status === 'active' && !alike(before.now, after.now))
    .toSorted((a, b) => a.member.name.localeCompare(b.member.name))
  const facts = {
    change: diffRoles(scopedOf(change.before), scopedOf(change.after), catalogue),
    members: active.map((one) => ({ id: one.member.id, name: one.member.name, ...difference(one) })),
    tokens: await tokensOf(tx, accountId, catalogue, active),
    invites: change.roleId === null ? 0 : await inviteCount(tx, accountId, change.roleId),
  }
  const names = await departmentNames(tx, accountId)
  return { ...facts, lines: linesOf({ ...facts, holdings: active.map(seen), names }, catalogue) }
}

const difference = ({ before, after }: Affected, within?: Grants<string>) => {
  const names = (grants: Grants<string>) => toNames(within ? intersect(grants, within) : grants)
  return {
    gains: names(minus<string>(after.now.grants, before.now.grants)),
    loses: names(minus<string>(before.now.grants, after.now.grants)),
  }
}

const seen = ({ before, after }: Affected) => ({ before: before.now, after: after.now })

/** A token can do what it was made for, as far as its owner may. */
async function tokensOf(tx: Tx, accountId: string, catalogue: Catalogue, affected: readonly Affected[]) {
  if (affected.length === 0) return []
  const rows = await tx
    .selectFrom('api_token')
    .select(['id', 'name', 'member_id', 'permissions'])
    .where('account_id', '=', accountId)
    .where(sql<boolean>`(expires_at is null or expires_at > clock_timestamp())`)
    .where(
      'member_id',
      'in',
      affected.map(({ member }) => member.id),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows
    .flatMap(({ id, name, member_id, permissions }) => {
      const one = affected.find(({ member }) => member.id === member_id)
      if (!one) return []
      const made = grantsOf<string>(permissions, catalogue.bits)
      return [{ id, name, owner: one.member.name, ...difference(one, made) }]
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0)
}

async function inviteCount(tx: Tx, accountId: string, roleId: string): Promise<number> {
  const { count } = await openInvites(tx, accountId)
    .select(sql<number>`count(*)`.as('count'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow()
  return count
}
