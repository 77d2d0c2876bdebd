import { engines } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorder } from '../testing/lines.ts'
import { type StartedApi, startApi } from '../testing/start.ts'
import { createSightings } from './sightings.ts'

describe.each(engines)('what was seen, on %s', (engine) => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi(engine)
  })
  afterAll(() => server.close())

  const here = () => server.seed.accountId
  const pages = () => server.database.tenant(here(), (tx) => tx.selectFrom('widget_page').selectAll().execute())
  const there = () => server.database.tenant(here(), (tx) => tx.selectFrom('presence').selectAll().execute())
  const longAgo = () =>
    server.database.tenant(here(), async (tx) => {
      await sql`update widget_page set first_at = '2020-01-01', last_at = '2020-01-01'`.execute(tx)
      await sql`update presence set seen_at = '2020-01-01'`.execute(tx)
    })

  test('a page is written when the widget first asks from it, and then now and then', async () => {
    let now = 0
    const sightings = createSightings(server.database, recorder().log, () => now)
    sightings.page(here(), 'https://shop.example/')
    await sightings.flush()
    expect(await pages()).toMatchObject([{ page: 'https://shop.example/' }])
    await longAgo()
    now = 299_000
    sightings.page(here(), 'https://shop.example/cart')
    await sightings.flush()
    expect(await pages()).toMatchObject([{ page: 'https://shop.example/', last_at: new Date('2020-01-01T00:00:00Z') }])
    now = 300_000
    sightings.page(here(), 'https://shop.example/cart')
    await sightings.close()
    const [row] = await pages()
    expect(row).toMatchObject({ page: 'https://shop.example/cart', first_at: new Date('2020-01-01T00:00:00Z') })
    expect(row?.last_at.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })

  test('a member is written at most every twenty seconds, and nobody who was removed', async () => {
    const { Agent, Support } = server.seed.members
    let now = 0
    const sightings = createSightings(server.database, recorder().log, () => now)
    const see = async (at: number) => {
      now = at
      for (const id of [Agent.id, Agent.id, crypto.randomUUID()]) sightings.member(here(), id)
      await sightings.flush()
    }
    await see(0)
    expect((await there()).map(({ member_id }) => member_id)).toEqual([Agent.id])
    await longAgo()
    await see(19_999)
    expect((await there())[0]?.seen_at).toEqual(new Date('2020-01-01T00:00:00Z'))
    await see(20_000)
    expect((await there())[0]?.seen_at.getTime()).toBeGreaterThan(Date.now() - 60_000)
    sightings.member(here(), Support.id)
    // By itself, without anybody asking.
    await expect.poll(async () => (await there()).length).toBe(2)
  })

  test('the widget tells the page by what its browser sends along, and its frame tells none', async () => {
    const ask = (headers: Record<string, string>) => server.with(headers).get('visitor.config', { account: here() })
    await server.database.tenant(here(), (tx) => tx.deleteFrom('widget_page').execute())
    await ask({ referer: `${server.url}/widget/panel` })
    await ask({ origin: 'null' })
    await server.api.sightings.flush()
    expect(await pages()).toEqual([])
    await ask({ referer: 'https://shop.example/cart?key=secret' })
    await server.api.sightings.flush()
    expect(await pages()).toMatchObject([{ page: 'https://shop.example/cart' }])
  })
})
