import { asOwner } from '@rolecall/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedApi, startApi } from '../testing/index.ts'

// One table is locked for longer than anybody waits, and everybody asks for it.

describe('a locked table', () => {
  let server: StartedApi
  beforeAll(async () => {
    server = await startApi('postgres')
  })
  afterAll(() => server.close())

  it('stops what needs it, with a sentence, and nothing else', async () => {
    const ana = server.as('Agent')
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    let holding: Promise<void> = Promise.resolve()
    await new Promise<void>((done, fail) => {
      holding = asOwner(server.database, async (db) => {
        await sql.raw('begin').execute(db)
        await sql.raw('lock table chat in access exclusive mode').execute(db)
        done()
        await released
        await sql.raw('rollback').execute(db)
      })
      holding.catch(fail)
    })
    const list = async () => {
      const began = performance.now()
      const { status, refusal } = await ana.get('inbox.list', { view: 'all', status: 'open' })
      return { status, code: refusal?.code, said: refusal?.message, ms: performance.now() - began }
    }
    // Sixty who do not stop asking, for some seconds: far more than there are connections.
    const end = performance.now() + 4000
    const asked = Array.from({ length: 60 }, async () => {
      const answers = [await list()]
      while (performance.now() < end) answers.push(await list())
      return answers
    })
    const others: { status: number; ms: number }[] = []
    while (performance.now() < end) {
      const began = performance.now()
      const { status } = await server.as('Supervisor').get('session.me')
      others.push({ status, ms: performance.now() - began })
      await new Promise((done) => setTimeout(done, 50))
    }
    const stopped = (await Promise.all(asked)).flat()
    release()
    await holding
    expect(stopped.map(({ status, code }) => `${status} ${code}`)).toEqual(stopped.map(() => '503 UNAVAILABLE'))
    expect(stopped.filter(({ ms }) => ms > 5000)).toEqual([])
    expect(stopped.some(({ said }) => /something else holds/i.test(said))).toBe(true)
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200))
    await expect.poll(async () => (await list()).status, { timeout: 10_000 }).toBe(200)
  }, 60_000)
})
