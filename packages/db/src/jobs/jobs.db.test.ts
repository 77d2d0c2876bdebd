import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../connect/database.ts'
import { engines, freshDatabase } from '../testing/index.ts'
import type { Job, Worker } from './jobs.ts'

describe.each(engines)('deferred work on %s', (engine) => {
  let database: Database
  const workers: Worker[] = []
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())))
  afterAll(() => database.close())

  const job = (): Job => ({ accountId: randomUUID(), id: randomUUID() })
  const send = (...jobs: Job[]) =>
    database.transaction(async (tx) => {
      for (const one of jobs) await database.jobs.send(tx, 'due', one)
    })
  const work = async (run: (job: Job) => Promise<void>) => {
    const worker = await database.jobs.work('due', run)
    workers.push(worker)
    return worker
  }
  const waiting = async () => {
    const { rows } = await sql<{ data: Job; state: string; output: unknown }>`
      select data, state, output from rolecall_jobs.job where state < 'completed'`.execute(database.db)
    return rows
  }

  test('is done once it is committed, and never if it is not', async () => {
    const [kept, undone] = [job(), job()]
    const done: Job[] = []
    await database
      .transaction(async (tx) => {
        await database.jobs.send(tx, 'due', undone)
        throw new Error('undo')
      })
      .catch(() => {})
    await send(kept)
    await work(async (one) => void done.push(one))
    await expect.poll(() => done, { timeout: 20_000 }).toEqual([kept])
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([])
    expect(done).toEqual([kept])
  })

  test('that is for later waits for its time, and is looked for at once when asked', async () => {
    const one = job()
    const done: Job[] = []
    const at = new Date(Date.now() + 1200)
    const worker = await work(async (found) => void done.push(found))
    await database.transaction((tx) => database.jobs.send(tx, 'due', one, at))
    worker.look()
    await expect.poll(() => done, { timeout: 20_000 }).toEqual([one])
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
  })

  test('is tried again until it succeeds, and holds up no other; no word of a fault is kept', async () => {
    const [bad, good] = [job(), job()]
    const tries: string[] = []
    await send(bad, good)
    const worker = await work(async ({ id }) => {
      tries.push(id)
      if (id === bad.id && tries.filter((one) => one === bad.id).length < 3) throw new TypeError('their secret words')
    })
    await expect.poll(() => tries.filter((one) => one === bad.id).length, { timeout: 20_000 }).toBe(1)
    await expect.poll(waiting, { timeout: 20_000 }).toMatchObject([{ data: bad, state: 'retry' }])
    expect(JSON.stringify(await waiting())).toContain('TypeError')
    expect(JSON.stringify(await waiting())).not.toContain('secret words')
    await expect
      .poll(
        async () => {
          worker.look()
          return await waiting()
        },
        { timeout: 20_000 },
      )
      .toEqual([])
    expect(tries.filter((one) => one === bad.id)).toHaveLength(3)
    expect(tries.filter((one) => one === good.id)).toHaveLength(1)
  })

  test('of a process that died is given to another', async () => {
    const one = job()
    await send(one)
    // As a process leaves it that was killed in the middle: taken a while ago, and not settled.
    await sql`update rolecall_jobs.job set state = 'active', started_on = now() - interval '2 minutes'
      where data->>'id' = ${one.id}`.execute(database.db)
    const done: Job[] = []
    const worker = await work(async (found) => void done.push(found))
    await expect
      .poll(
        async () => {
          await database.jobs.maintain()
          worker.look()
          return done
        },
        { timeout: 20_000, interval: 500 },
      )
      .toEqual([one])
  })
})

test('many processes do each job once, on postgres', async () => {
  const database = await freshDatabase('postgres')
  const jobs = Array.from({ length: 200 }, () => ({ accountId: randomUUID(), id: randomUUID() }))
  await database.transaction(async (tx) => {
    for (const one of jobs) await database.jobs.send(tx, 'due', one)
  })
  const done: string[] = []
  const workers = await Promise.all(
    [1, 2, 3, 4].map(() => database.jobs.work('due', async ({ id }) => void done.push(id))),
  )
  await expect.poll(() => done.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(jobs.length)
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(done.toSorted()).toEqual(jobs.map(({ id }) => id).toSorted())
  await database.close()
})
