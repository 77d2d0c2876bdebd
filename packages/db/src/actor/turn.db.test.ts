import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { freshDatabase, hashed, type Seed, seedAccount } from '../testing/index.ts'
import { findActorBySession } from './actor.ts'
import { teamTurn } from './turn.ts'

// What a turn does shows with several connections only: PostgreSQL.
let database: Database
let seed: Seed
beforeAll(async () => {
  database = await freshDatabase('postgres', { poolSize: 10 })
  seed = await seedAccount(database, { chats: false })
})
afterAll(() => database.close())

test.each(['team', true] as const)('the operator queues behind a member who came first with lock %s', async (lock) => {
  const order: string[] = []
  const came = Promise.withResolvers<void>()
  const member = database.transaction(async (tx) => {
    await findActorBySession(tx, hashed(seed.members.Administrator.session), lock)
    came.resolve()
    await pause(300)
    order.push('member')
  })
  await came.promise
  const operator = database.tenant(seed.accountId, async (tx) => {
    await teamTurn(tx, seed.accountId)
    order.push('operator')
  })
  await Promise.all([member, operator])
  expect(order).toEqual(['member', 'operator'])
})

test('an account does not wait for another one', async () => {
  const other = await seedAccount(database, { chats: false })
  const [taken, through] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const busy = database.tenant(other.accountId, async (tx) => {
    await teamTurn(tx, other.accountId)
    taken.resolve()
    await through.promise
  })
  await taken.promise
  // Were it to wait, it would wait for one who waits for it, until its statement is given up.
  await database.tenant(seed.accountId, (tx) => teamTurn(tx, seed.accountId)).finally(through.resolve)
  await busy
})
