import { type Database, enterAccount, enterUser, type Tx } from '@rolecall/db'
import type { Place } from '@rolecall/protocol'

/** The accounts in which a person is an active member, the oldest membership first. */
export const membershipsOf = (database: Database, userId: string): Promise<{ accountId: string; memberId: string }[]> =>
  database.transaction((tx) => memberships(tx, userId))

interface OwnPlace extends Place {
  userId: string
  accountId: string
}

/** The same with what they are called there. */
export async function placesOf(tx: Tx, userId: string): Promise<OwnPlace[]> {
  const places: OwnPlace[] = []
  for (const { accountId, memberId } of await memberships(tx, userId)) {
    await enterAccount(tx, accountId)
    const named = await tx
      .selectFrom('member')
      .innerJoin('account', 'account.id', 'member.account_id')
      .innerJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
      )
      .select(['account.name as account', 'role.name as role'])
      .where('member.account_id', '=', accountId)
      .where('member.id', '=', memberId)
      .executeTakeFirst()
    if (named) places.push({ userId, accountId, memberId, ...named })
  }
  return places
}

export const onWire = ({ memberId, account, role }: Place): Place => ({ memberId, account, role })

async function memberships(tx: Tx, userId: string) {
  await enterUser(tx, userId)
  return tx
    .selectFrom('member')
    .select(['account_id as accountId', 'id as memberId'])
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
