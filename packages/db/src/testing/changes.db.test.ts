import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changesIn, engines, freshDatabase, seedAccount } from './index.ts'

describe.each(engines)('what was changed in an account on %s', (engine) => {
  test('is each row that is really another by now, of that account, and only once told', async () => {
    const database = await freshDatabase(engine)
    const [mine, other] = [await seedAccount(database), await seedAccount(database)]
    expect(await changesIn(database, mine.accountId)).toEqual([])
    const rename = (name: string) =>
      database.tenant(mine.accountId, (tx) => tx.updateTable('account').set({ name }).execute())
    const id = randomUUID()
    const mineOnly = { account_id: mine.accountId, id }
    await rename('Another')
    await rename('Another')
    await database.tenant(mine.accountId, (tx) =>
      tx
        .insertInto('department')
        .values({ ...mineOnly, name: 'New' })
        .execute(),
    )
    await database.tenant(mine.accountId, (tx) => tx.deleteFrom('department').where('id', '=', id).execute())
    const undone = database.tenant(mine.accountId, async (tx) => {
      await tx.updateTable('account').set({ name: 'Undone' }).execute()
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    const told = await changesIn(database, mine.accountId)
    expect(told.filter((what) => /account|department$/.test(what))).toEqual([
      'update account',
      'insert department',
      'delete department',
    ])
    expect([await changesIn(database, mine.accountId), await changesIn(database, other.accountId)]).toEqual([[], []])
    await database.close()
  })

  test('begins with the first question, also in a database that was asked before and is lent again', async () => {
    const first = await freshDatabase(engine)
    await changesIn(first, (await seedAccount(first)).accountId)
    await first.close()
    const again = await freshDatabase(engine)
    const { accountId } = await seedAccount(again)
    expect(await changesIn(again, accountId)).toEqual([])
    await again.close()
  })
})
