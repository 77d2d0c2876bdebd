import type { Tx } from '@rolecall/db'
import type { Catalogue } from '@rolecall/permissions'
import type { ExtraGrant } from '@rolecall/protocol'
import { sql } from 'kysely'
import { labelled } from './permission.ts'

/** What members hold beside their roles at this moment, what ends next first. What has run out is not among it. */
export const grantRows = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('member_grant as held')
    .innerJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'held.account_id').onRef('member.id', '=', 'held.member_id'),
    )
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .leftJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'held.account_id').onRef('role.id', '=', 'held.role_id'),
    )
    .select(['held.id', 'held.permission', 'held.reason', 'held.given_name', 'held.created_at', 'held.ends_at'])
    .select(['held.member_id', 'identity_user.name as member_name', 'held.role_id', 'role.name as role_name'])
    .where('held.account_id', '=', accountId)
    .where('held.ended_at', 'is', null)
    .where(sql<boolean>`(held.ends_at is null or held.ends_at > clock_timestamp())`)
    .orderBy('held.ends_at', (order) => order.asc().nullsLast())
    .orderBy('held.created_at', 'desc')
    .orderBy('held.id')

type Row = Awaited<ReturnType<ReturnType<typeof grantRows>['execute']>>[number]

export const toGrant = (row: Row, catalogue: Catalogue): ExtraGrant => {
  const { label } = labelled(catalogue, row.permission ?? '')
  return {
    id: row.id,
    member: { id: row.member_id, name: row.member_name },
    permission: row.permission === null ? null : { name: row.permission, label },
    role: row.role_id === null ? null : { id: row.role_id, name: row.role_name ?? '' },
    reason: row.reason,
    by: row.given_name,
    since: row.created_at.toISOString(),
    until: row.ends_at?.toISOString() ?? null,
  }
}
