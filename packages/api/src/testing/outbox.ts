import type { Database } from '@rolecall/db'

/** What was told since the event with this id, oldest first. */
export async function toldSince(database: Database, accountId: string, id: number) {
  return database.tenant(accountId, (tx) =>
    tx.selectFrom('event').selectAll().where('account_id', '=', accountId).where('id', '>', id).orderBy('id').execute(),
  )
}

/** Id of the account's newest event. */
export async function clockOf(database: Database, accountId: string): Promise<number> {
  const row = await database.tenant(accountId, (tx) =>
    tx.selectFrom('clock').select('now').where('account_id', '=', accountId).executeTakeFirstOrThrow(),
  )
  return row.now
}
