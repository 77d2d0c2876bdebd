import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, seedAccount } from '../testing/index.ts'
import { emit, type NewEvent } from './emit.ts'
import { forgetOldEvents } from './forget.ts'

const online: NewEvent = { type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }

describe.each(engines)('what the outbox forgets by time on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  /** An account that has told this many things, the first `old` of them over an hour ago, and is quiet since. */
  const quiet = async (count: number, old: number) => {
    const { accountId } = await seedAccount(database, { chats: false })
    await database.tenant(accountId, (tx) =>
      emit(
        tx,
        accountId,
        Array.from({ length: count }, () => online),
      ),
    )
    await asOwner(database, (db) =>
      sql`update event set at = now() - interval '61 minutes' where account_id = ${accountId} and id <= ${old}`.execute(
        db,
      ),
    )
    return accountId
  }
  const left = (accountId: string) =>
    database.tenant(accountId, async (tx) => {
      const rows = await tx.selectFrom('event').select('id').orderBy('id').execute()
      return rows.map(({ id }) => id)
    })
  const follow = (account_id: string, reader: string, after: number) =>
    database.tenant(account_id, (tx) =>
      tx
        .insertInto('event_cursor')
        .values({ account_id, reader, after })
        .onConflict((both) => both.columns(['account_id', 'reader']).doUpdateSet({ after }))
        .execute(),
    )

  test('is what is over an hour old, of every account, and no more at once than asked', async () => {
    const [a, b] = [await quiet(5, 3), await quiet(4, 4)]
    expect([await forgetOldEvents(database.db, 4), await forgetOldEvents(database.db, 4)]).toEqual([4, 3])
    expect([await left(a), await left(b)]).toEqual([[4, 5], []])
    expect(await forgetOldEvents(database.db, 4)).toBe(0)
  })

  test('is nothing that a reader with a cursor has not read: the slowest of them counts, and only in its account', async () => {
    const [followed, other] = [await quiet(6, 6), await quiet(2, 2)]
    await follow(followed, 'webhooks', 2)
    await follow(followed, 'figures', 5)
    await forgetOldEvents(database.db, 100)
    expect([await left(followed), await left(other)]).toEqual([[3, 4, 5, 6], []])
    await follow(followed, 'webhooks', 6)
    await forgetOldEvents(database.db, 100)
    expect(await left(followed)).toEqual([6])
  })

  test('is not held up in other accounts by a reader that is behind, however much it has still to read', async () => {
    const behind = await quiet(6, 6)
    await follow(behind, 'webhooks', 0)
    const other = await quiet(3, 3)
    for (let round = 0; round < 3; round++) await forgetOldEvents(database.db, 2)
    expect([(await left(behind)).length, await left(other)]).toEqual([6, []])
  })

  test('nor does the account itself delete what is still to be read, or is young', async () => {
    const followed = await quiet(4, 3)
    await follow(followed, 'webhooks', 1)
    await database.tenant(followed, (tx) => tx.deleteFrom('event').execute())
    expect(await left(followed)).toEqual([2, 3, 4])
  })
})

test('one process forgets and the others do not wait for it, on postgres', async () => {
  const database = await freshDatabase('postgres')
  await database.transaction(async (tx) => {
    await forgetOldEvents(tx, 1)
    const { rows } = await sql<{ held: number }>`
      select count(*)::int as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`.execute(tx)
    expect(rows).toEqual([{ held: 1 }])
    expect(await forgetOldEvents(database.db, 1)).toBe(0)
  })
  await database.close()
})
