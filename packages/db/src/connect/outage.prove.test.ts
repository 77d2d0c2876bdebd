import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshPostgres, type Seed, seedAccount } from '../testing/index.ts'
import { type Proxy, proxyTo } from '../testing/proxy.ts'
import { ownPostgres, type TestServer } from '../testing/server.ts'
import { visitorSay } from '../visitor/say.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'

const seconds = async (run: () => Promise<unknown>) => {
  const start = performance.now()
  const error = await run().then(
    () => null,
    (error: unknown) => error,
  )
  return { error, took: (performance.now() - start) / 1000 }
}

/** Retries until it works. @returns seconds it took */
async function untilWell(run: () => Promise<unknown>, limit: number): Promise<number> {
  const start = performance.now()
  for (;;) {
    const { error } = await seconds(run)
    const took = (performance.now() - start) / 1000
    if (!error) return took
    if (took > limit) throw error
    await pause(50)
  }
}

describe('a database server that crashes', () => {
  let server: TestServer
  let database: Database
  let seed: Seed
  beforeAll(async () => {
    server = await ownPostgres(true)
    database = await connect({ url: server.url })
    seed = await seedAccount(database)
  })
  afterAll(async () => {
    await database.close()
    await server.stop()
  })

  test('shows at once, comes back without a restart, and has lost and doubled nothing', async () => {
    const [contact] = seed.contacts
    const acknowledged = new Set<string>()
    const tired = new AbortController()
    // Six visitors' tabs that retry, each with the same id, until the answer comes.
    const tab = async () => {
      while (!tired.signal.aborted) {
        const id = randomUUID()
        for (let said: unknown; said === undefined; ) {
          const saying = { accountId: seed.accountId, secretHash: contact?.secretHash ?? '', id, body: 'hello' }
          said = await visitorSay(database.db, saying).catch(() => pause(100))
        }
        acknowledged.add(id)
      }
    }
    const tabs = Array.from({ length: 6 }, tab)
    const more = async (count: number) => {
      const enough = acknowledged.size + count
      while (acknowledged.size < enough) await pause(10)
    }
    await more(30)
    await server.crash()
    const down = await seconds(() => database.ping())
    expect(down.error).toBeInstanceOf(Error)
    expect(down.took).toBeLessThan(5)
    await server.start()
    expect(await untilWell(() => database.ping(), 10)).toBeLessThan(10)
    await more(30)
    tired.abort()
    await Promise.all(tabs)
    const messages = await database.tenant(seed.accountId, (tx) =>
      tx
        .selectFrom('message')
        .select(['id', 'seq'])
        .where('chat_id', '=', contact?.chatId ?? '')
        .orderBy('seq')
        .execute(),
    )
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, i) => i + 1))
    expect(new Set(messages.slice(2).map((message) => message.id))).toEqual(acknowledged)
  })
})

describe('a database that goes silent', () => {
  let postgres: { url: string; drop: () => Promise<void> }
  let proxy: Proxy
  let database: Database
  beforeAll(async () => {
    postgres = await freshPostgres()
    proxy = await proxyTo(postgres.url)
    database = await connect({ url: proxy.url, poolSize: 4 })
  })
  afterAll(async () => {
    await database.close()
    await proxy.close()
    await postgres.drop()
  })

  test('shows within 5 s, also to those who queue, and comes back without a restart', async () => {
    const { accountId } = await seedAccount(database, { chats: false })
    const read = () => database.tenant(accountId, (tx) => tx.selectFrom('member').select('id').execute())
    await Promise.all([read(), read(), read(), read()])
    proxy.freeze()
    const askers = await Promise.all(Array.from({ length: 12 }, () => seconds(read)))
    for (const { error, took } of askers) {
      expect(error).toBeInstanceOf(Error)
      expect(took).toBeLessThan(5)
    }
    const later = await seconds(() => database.ping())
    expect(later.error).toBeInstanceOf(Error)
    expect(later.took).toBeLessThan(5)
    proxy.thaw()
    expect(await untilWell(read, 10)).toBeLessThan(5)
    expect(await read()).toHaveLength(4)
  })

  test('a listener notices by itself, and is told that it may have missed some', async () => {
    const missed = vi.fn()
    const stop = await database.listen(() => {}, missed)
    proxy.freeze()
    await pause(12_000)
    proxy.thaw()
    await vi.waitFor(() => expect(missed).toHaveBeenCalledOnce(), 10_000)
    await stop()
  })

  test('a statement that takes too long is given up, and its connection is good again', async () => {
    const { sql } = await import('kysely')
    const slow = await seconds(() => sql`select pg_sleep(30)`.execute(database.db))
    expect(slow.error).toMatchObject({ code: '57014' })
    expect(slow.took).toBeLessThan(5)
    await database.ping()
  })
})
