import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, freshDatabase, freshPostgres } from '../testing/index.ts'
import { type Proxy, proxyTo } from '../testing/proxy.ts'
import { connect } from './connect.ts'
import type { Database, Wake } from './database.ts'

const soon = async (check: () => boolean, limit = 20_000) => {
  const end = Date.now() + limit
  while (!check()) {
    if (Date.now() > end) throw new Error('not soon enough')
    await pause(10)
  }
}

describe.each(engines)('wake-ups on %s', (engine) => {
  test('reach every listener, also of the same process, until it stops listening', async () => {
    const database = await freshDatabase(engine)
    const [one, two]: [Wake[], Wake[]] = [[], []]
    await database.listen((wake) => one.push(wake))
    const stop = await database.listen((wake) => two.push(wake))
    await database.notify({ accountId: 'a', id: 1 })
    await soon(() => one.length === 1 && two.length === 1)
    await stop()
    await database.notify({ accountId: 'a', id: 2 })
    await soon(() => one.length === 2)
    expect(one).toEqual([
      { accountId: 'a', id: 1 },
      { accountId: 'a', id: 2 },
    ])
    expect(two).toHaveLength(1)
    await database.close()
  })
})

describe('wake-ups between processes on postgres', () => {
  let postgres: { url: string; drop: () => Promise<void> }
  let proxy: Proxy
  let speaker: Database
  let listener: Database
  beforeAll(async () => {
    postgres = await freshPostgres()
    proxy = await proxyTo(postgres.url)
    speaker = await connect({ url: postgres.url })
    listener = await connect({ url: proxy.url })
  })
  afterAll(async () => {
    await Promise.all([speaker.close(), listener.close()])
    await proxy.close()
    await postgres.drop()
  })

  test('come once per account and batch, with the newest id', async () => {
    const heard: Wake[] = []
    const stop = await listener.listen((wake) => heard.push(wake))
    await Promise.all(
      Array.from({ length: 500 }, (_, i) => speaker.notify({ accountId: i % 2 ? 'odd' : 'even', id: i })),
    )
    await soon(() => heard.some((wake) => wake.id === 499) && heard.some((wake) => wake.id === 498))
    expect(heard.length).toBeLessThan(20)
    await stop()
  })

  test('a listener that was cut off listens again, and is told that it may have missed some', async () => {
    const heard: Wake[] = []
    let missed = 0
    const stop = await listener.listen(
      (wake) => heard.push(wake),
      () => missed++,
    )
    proxy.cut()
    await soon(() => missed === 1)
    await speaker.notify({ accountId: 'after', id: 7 })
    await soon(() => heard.some((wake) => wake.accountId === 'after'))
    await stop()
  })
})
