import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { engines, freshDatabase, type Seed, seedAccount } from '../testing/index.ts'
import { countIn } from '../testing/undone.ts'
import { enterAccount, enterUser } from './enter.ts'

describe.each(engines)('entering on %s', (engine) => {
  let database: Database
  let mine: Seed
  let theirs: Seed
  beforeAll(async () => {
    database = await freshDatabase(engine)
    mine = await seedAccount(database, { chats: false })
    theirs = await seedAccount(database, { chats: false })
  })
  afterAll(() => database.close())

  test('a person finds their memberships, and only those, until an account is entered', async () => {
    const { userId } = mine.members.Agent
    await database.tenant(theirs.accountId, (tx) =>
      tx
        .insertInto('member')
        .values({ account_id: theirs.accountId, id: randomUUID(), user_id: userId, role_id: theirs.roles.Agent })
        .execute(),
    )
    await database.transaction(async (tx) => {
      await enterUser(tx, userId)
      const found = await tx.selectFrom('member').select(['account_id', 'user_id']).execute()
      expect(found).toHaveLength(2)
      expect(new Set(found.map((m) => m.account_id))).toEqual(new Set([mine.accountId, theirs.accountId]))
      expect(new Set(found.map((m) => m.user_id))).toEqual(new Set([userId]))
      expect(await tx.selectFrom('account').select('id').execute()).toEqual([])
      const updated = await tx.updateTable('member').set({ hidden: true }).executeTakeFirst()
      expect(updated.numUpdatedRows).toBe(0n)
      await enterAccount(tx, mine.accountId)
      const inside = await tx.selectFrom('member').select('account_id').where('user_id', '=', userId).execute()
      expect(inside).toEqual([{ account_id: mine.accountId }])
    })
  })

  test('an account is left at the end of its transaction, also after an error', async () => {
    const midway = database.tenant(mine.accountId, () => Promise.reject(new Error('midway')))
    await expect(midway).rejects.toThrow('midway')
    await expect(database.tenant(mine.accountId, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division')
    for (let i = 0; i < 20; i++) expect(await countIn(database.db, 'account')).toBe(0)
  })
})
