import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Tx } from '../connect/database.ts'
import { freshDatabase, hashed, type Seed, seedAccount } from '../testing/index.ts'
import { findActorBySession, type Lock } from './actor.ts'

// What locks do shows with several connections only: PostgreSQL.
describe('a write and the check that allowed it', () => {
  let database: Database
  let seed: Seed
  beforeAll(async () => {
    database = await freshDatabase('postgres', { poolSize: 40 })
    seed = await seedAccount(database, { chats: false, roles: { Reader: { permissions: ['inbox.view'] } } })
  })
  afterAll(() => database.close())

  const change = {
    'the role of the member': (tx: Tx) =>
      tx.updateTable('member').set({ role_id: seed.roles.Support }).where('id', '=', seed.members.Agent.id).execute(),
    'the permissions of the role': (tx: Tx) =>
      tx
        .updateTable('role')
        .set({ permissions: ['inbox.reply'] })
        .where('id', '=', seed.roles['Reader'] ?? '')
        .execute(),
  }
  const asker = { 'the role of the member': 'Agent', 'the permissions of the role': 'Reader' } as const
  const kinds = Object.keys(change) as (keyof typeof change)[]

  test.each(kinds)('%s waits until the write is in', async (kind) => {
    const order: string[] = []
    const checked = Promise.withResolvers<void>()
    const write = database.transaction(async (tx) => {
      await findActorBySession(tx, hashed(seed.members[asker[kind]]?.session ?? ''), true)
      order.push('checked')
      checked.resolve()
      await pause(300)
      order.push('written')
    })
    await checked.promise
    const changed = database.tenant(seed.accountId, change[kind]).then(() => order.push('changed'))
    await Promise.all([write, changed])
    expect(order).toEqual(['checked', 'written', 'changed'])
  })

  test.each(kinds)('%s does not wait for readers', async (kind) => {
    const found = Promise.withResolvers<void>()
    const changed = Promise.withResolvers<void>()
    const read = database.transaction(async (tx) => {
      await findActorBySession(tx, hashed(seed.members[asker[kind]]?.session ?? ''), false)
      found.resolve()
      await changed.promise
    })
    await found.promise
    // Were it to wait, it would wait for a reader who waits for it, until its statement is given up.
    await database.tenant(seed.accountId, change[kind]).finally(changed.resolve)
    await read
  })

  test('a check that waited for the change sees the new role, not nobody', async () => {
    const own = await seedAccount(database, { chats: false })
    const { Agent } = own.members
    const changed = Promise.withResolvers<void>()
    const changing = database.tenant(own.accountId, async (tx) => {
      await tx.updateTable('member').set({ role_id: own.roles.Support }).where('id', '=', Agent.id).execute()
      changed.resolve()
      await pause(300)
    })
    await changed.promise
    const found = await database.transaction((tx) => findActorBySession(tx, hashed(Agent.session), true))
    await changing
    expect(found?.role_name).toBe('Support')
  })

  test('over 200 overlapping writes: a demotion gets through, and none is made under the old role after it', async () => {
    const own = await seedAccount(database, { chats: false })
    const { Agent } = own.members
    let acknowledged = false
    const seen: string[] = []
    const late: number[] = []
    const write = (nr: number) =>
      database.transaction(async (tx) => {
        const actor = await findActorBySession(tx, hashed(Agent.session), true)
        seen.push(actor?.role_name ?? 'nobody')
        await pause(5 + Math.random() * 10)
        if (actor?.role_name === 'Agent' && acknowledged) late.push(nr)
      })
    // Eight hands that never all let go at once: more than a hundred writes before the demotion, and a hundred after it. A demotion
    // that never got through would be given up as a statement that takes too long, and fail here.
    let until = Number.POSITIVE_INFINITY
    const hand = async (nr: number) => {
      while (seen.length < until) await write(nr)
    }
    const hands = Array.from({ length: 8 }, (_, nr) => hand(nr))
    while (seen.length <= 100) await pause(5)
    await database
      .tenant(own.accountId, (tx) =>
        tx.updateTable('member').set({ role_id: own.roles.Support }).where('id', '=', Agent.id).execute(),
      )
      .finally(() => {
        acknowledged = true
        until = seen.length + 100
      })
    await Promise.all(hands)
    expect(seen.length).toBeGreaterThan(200)
    expect(new Set(seen)).toEqual(new Set(['Agent', 'Support']))
    expect(late).toEqual([])
  })

  test('a token that is withdrawn waits for its writes too', async () => {
    const order: string[] = []
    const checked = Promise.withResolvers<void>()
    const write = database.transaction(async (tx) => {
      await findActorBySession(tx, hashed(seed.members.Agent.session), true)
      checked.resolve()
      await pause(200)
      order.push('written')
    })
    await checked.promise
    const withdrawn = database
      .tenant(seed.accountId, (tx) => tx.deleteFrom('api_token').execute())
      .then(() => order.push('withdrawn'))
    await Promise.all([write, withdrawn])
    expect(order).toEqual(['written', 'withdrawn'])
  })

  test("'team': mutual demotions take turns, one wins, and none is a deadlock", async () => {
    let broken = 0
    const outcomes: string[] = []
    for (let round = 0; round < 100; round++) {
      const own = await seedAccount(database, { chats: false })
      const [a, b] = [own.members.Administrator, own.members.Supervisor]
      await database.tenant(own.accountId, (tx) =>
        tx.updateTable('member').set({ role_id: own.roles.Administrator }).where('id', '=', b.id).execute(),
      )
      const demote = (by: typeof a, whom: typeof a, lock: Lock) =>
        database.transaction(async (tx) => {
          const actor = await findActorBySession(tx, hashed(by.session), lock)
          if (actor?.role_name !== 'Administrator') return 'refused'
          await tx.updateTable('member').set({ role_id: own.roles.Agent }).where('id', '=', whom.id).execute()
          return 'done'
        })
      const both = await Promise.all([demote(a, b, 'team'), demote(b, a, 'team')])
      outcomes.push(both.toSorted().join())
      const left = await database.tenant(own.accountId, (tx) =>
        tx.selectFrom('member').select('id').where('role_id', '=', own.roles.Administrator).execute(),
      )
      if (left.length !== 1) broken++
    }
    expect(broken).toBe(0)
    expect(new Set(outcomes)).toEqual(new Set(['done,refused']))
  })
})
