import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshPostgres, type Seed, seedAccount } from '../testing/index.ts'
import { pgbouncer, pgbouncerTo } from '../testing/pgbouncer.ts'
import { type Pooler, poolerTo } from '../testing/pooler.ts'
import { countIn } from '../testing/undone.ts'
import { connect } from './connect.ts'
import type { Database, Wake } from './database.ts'

// A transaction gets any connection of a few, with whatever somebody left on it.
const poolers: [string, (url: string) => Promise<Pooler>, apart: boolean][] = [
  ['of the tests', poolerTo, false],
  ['of the tests, by two addresses', poolerTo, true],
  // It has a list of who may sign in, so the operator has made the role.
  ...(pgbouncer ? [['PgBouncer', pgbouncerTo, true] as (typeof poolers)[number]] : []),
]

describe.each(poolers)('behind a pooler %s that hands out connections per transaction', (_, start, apart) => {
  let postgres: Awaited<ReturnType<typeof freshPostgres>>
  let pooler: Pooler
  let past: string
  let through: { url: string; migrateUrl?: string }
  beforeAll(async () => {
    postgres = await freshPostgres()
    past = apart ? postgres.runtimeUrl : postgres.url
    pooler = await start(past)
    through = { url: pooler.url, ...(apart && { migrateUrl: postgres.url }) }
  })
  afterAll(async () => {
    await pooler.close()
    await postgres.drop()
  })

  describe('with an address past it to hear by', () => {
    let database: Database
    let seeds: Seed[]
    beforeAll(async () => {
      database = await connect({ ...through, listenUrl: past })
      seeds = [await seedAccount(database), await seedAccount(database)]
    })
    afterAll(() => database.close())

    test('who enters an account that is not there sees none, in none of many tries', async () => {
      const seen = await Promise.all(
        Array.from({ length: 120 }, () => database.tenant(randomUUID(), (tx) => countIn(tx, 'account'))),
      )
      expect(seen).toEqual(seen.map(() => 0))
    })

    test('every account sees its own rows, on whichever connection', async () => {
      const counts = await Promise.all(
        Array.from({ length: 120 }, (_, n) =>
          database.tenant(seeds[n % 2]?.accountId ?? '', async (tx) => [
            await countIn(tx, 'chat'),
            await countIn(tx, 'account'),
          ]),
        ),
      )
      expect(counts).toEqual(counts.map(() => [6, 1]))
    })

    test('every wake arrives', async () => {
      const heard: Wake[] = []
      const stop = await database.listen((wake) => heard.push(wake))
      for (let id = 1; id <= 20; id++) await database.notify({ accountId: `a${id}`, id })
      await expect.poll(() => heard.length).toBe(20)
      await stop()
    })
  })

  test('without one, listening is refused with a sentence', async () => {
    const database = await connect(through)
    await expect(database.listen(() => {})).rejects.toMatchObject({
      name: 'CannotServe',
      message: expect.stringContaining('ROLECALL_LISTEN_URL'),
    })
    await database.close()
  })
})
