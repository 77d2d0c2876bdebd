import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { news, sessionOf } from '../rows/news.ts'
import { record } from '../work/history.ts'
import type { Work } from '../work/transact.ts'
import { says } from './says.ts'

const actor = { kind: 'system', id: null, name: 'Rolecall' } as const

/** Ends what has run out in an account: writes it down once, and tells whoever shows it. */
export async function expireAccess({ tx, events }: Work, accountId: string): Promise<void> {
  const over = await ranOut(tx, accountId)
  if (over.length === 0) return
  await tx
    .updateTable('member_grant')
    .set({ ended_at: sql`ends_at` })
    .where('account_id', '=', accountId)
    .where(
      'id',
      'in',
      over.map(({ id }) => id),
    )
    .execute()
  for (const { member_id, member, permission, role, reason } of over) {
    const subject = { kind: 'member', id: member_id }
    await record(tx, accountId, {
      actor,
      sentence: says.ended,
      subject,
      detail: { member, permission, role, reason },
    })
  }
  for (const member_id of new Set(over.map((one) => one.member_id))) events.push(sessionOf(member_id))
  events.push(news('members'))
}

const ranOut = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('member_grant as held')
    .innerJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'held.account_id').onRef('member.id', '=', 'held.member_id'),
    )
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .leftJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'held.account_id').onRef('role.id', '=', 'held.role_id'),
    )
    .select(['held.id', 'held.member_id', 'held.permission', 'held.reason'])
    .select(['identity_user.name as member', 'role.name as role'])
    .where('held.account_id', '=', accountId)
    .where('held.ended_at', 'is', null)
    .where('held.ends_at', '<=', sql<Date>`clock_timestamp()`)
    .execute()
