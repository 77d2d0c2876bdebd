import type { Tx } from '@rolecall/db'
import {
  type Catalogue,
  type Grants,
  grantsOf,
  type Holding,
  type Holdings,
  intersect,
  minus,
  toNames,
} from '@rolecall/permissions'
import { sql } from 'kysely'
import { departmentNames } from './departments.ts'
import type { HeldMember } from './member.ts'

/** A member who may do something else afterwards, with all that they hold taken together. */
export interface Affected {
  member: HeldMember
  before: Holdings
  after: Holdings
}

export const alike = (a: Holding, b: Holding): boolean => JSON.stringify(a) === JSON.stringify(b)

/** For whom of these it makes a difference now, and for which of their API tokens; people by name. */
export async function effectOf(tx: Tx, accountId: string, catalogue: Catalogue, affected: readonly Affected[]) {
  const active = affected
    .filter(({ member, before, after }) => member.status === 'active' && !alike(before.now, after.now))
    .toSorted((a, b) => a.member.name.localeCompare(b.member.name))
  return {
    members: active.map((one) => ({ id: one.member.id, name: one.member.name, ...difference(one) })),
    holdings: active.map(({ before, after }) => ({ before: before.now, after: after.now })),
    tokens: await tokensOf(tx, accountId, catalogue, active),
    names: await departmentNames(tx, accountId),
  }
}

/** What somebody gains and loses; `within`: what an API token was made for. */
export const difference = ({ before, after }: Affected, within?: Grants<string>) => {
  const names = (grants: Grants<string>) => toNames(within ? intersect(grants, within) : grants)
  return {
    gains: names(minus<string>(after.now.grants, before.now.grants)),
    loses: names(minus<string>(before.now.grants, after.now.grants)),
  }
}

/** A token can do what it was made for, as far as its owner may. */
export async function tokensOf(tx: Tx, accountId: string, catalogue: Catalogue, affected: readonly Affected[]) {
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
