import { afterAll, expect, it, vi } from 'vitest'
import type { Database } from '../connect/database.ts'
import { asOwner, engines, freshDatabase, seedAccount } from './index.ts'
import { lender } from './lend.ts'
import { seedRecords } from './records.ts'
import { told } from './told.ts'
import { countIn } from './undone.ts'

const toClose: Database[] = []
afterAll(() => Promise.all(toClose.map((database) => database.close())))

it.each(engines)('a %s database that is lent again holds no row of before, and nobody hears of it', async (engine) => {
  let made = 0
  const lend = lender(async () => {
    made++
    const database = await freshDatabase(engine, { alone: true })
    toClose.push(database)
    return database
  })
  const first = await lend()
  const seed = await seedAccount(first)
  await seedRecords(first, seed)
  const hear = vi.fn()
  await first.listen(hear)
  await first.close()

  const [again, other] = [await lend(), await lend()]
  expect(made).toBe(2)
  for (const table of new Set(told().map(({ table }) => table)))
    expect([table, await asOwner(again, (db) => countIn(db, table))]).toEqual([table, 0])
  await again.notify({ accountId: seed.accountId, id: 1 })
  await other.notify({ accountId: seed.accountId, id: 1 })
  expect(hear).not.toHaveBeenCalled()
  await seedAccount(again)
})
