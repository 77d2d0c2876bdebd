import { type Database, enterUser } from '@rolecall/db'

/** The accounts in which a person is an active member, the oldest membership first. */
export function membershipsOf(database: Database, userId: string): Promise<{ accountId: string; memberId: string }[]> {
  return database.transaction(async (tx) => {
    await enterUser(tx, userId)
    return tx
      .selectFrom('member')
      .select(['account_id as accountId', 'id as memberId'])
      .where('user_id', '=', userId)
      .where('status', '=', 'active')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  })
}
