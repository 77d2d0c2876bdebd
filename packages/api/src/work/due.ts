import { randomUUID } from 'node:crypto'
import { type StoredJob, teamTurn, type Worker } from '@rolecall/db'
import type { Job } from './jobs.ts'
import { enter, type Services, transact, type Work } from './transact.ts'

export interface Due {
  /** Has the account looked at when something in it runs out: by this process on time, by others within seconds. */
  set(work: Work, accountId: string, at: Date): Promise<void>
  /** Does what came due while no server ran, and from then on everything in its time. */
  start(): Promise<void>
  /** Resolves when nothing runs any more. */
  close(): Promise<void>
}

/** Timers reach no further than this, and need not: the rounds come by. */
const furthestMs = 86_400_000
/** The database's clock decides what is due, and may be a little behind this machine's. */
const lateMs = 20

/**
 * Runs all jobs in an account in which something is due. What has run out counts for nothing from that moment on, so a late
 * round leaves nothing open; it is about telling. A job looks what is due: it may come for somebody else, and twice.
 */
export function createDue(services: () => Services, jobs: readonly Job[]): Due {
  let worker: Worker | undefined
  const timers = new Set<NodeJS.Timeout>()

  const expect = (at: Date) => {
    const ms = at.getTime() - Date.now() + lateMs
    if (!worker || ms > furthestMs) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      worker?.look()
    }, ms)
    timers.add(timer.unref())
  }
  const run = async ({ accountId, id }: StoredJob) => {
    try {
      await transact(services(), id, async (work) => {
        await enter(work, accountId)
        await teamTurn(work.tx, accountId)
        for (const job of jobs) await job(work, accountId)
      })
    } catch (err) {
      services().log.warn({ err, accountId, requestId: id }, 'what was due in an account failed; it is tried again')
      throw err
    }
  }
  return {
    async set(work, accountId, at) {
      await services().database.jobs.send(work.tx, 'due', { accountId, id: randomUUID() }, at)
      work.committed.push(() => expect(at))
    },
    async start() {
      const { database, log } = services()
      database.jobs.failed((err) => log.warn({ err }, 'jobs could not be looked for; the next round tries again'))
      worker = await database.jobs.work('due', run)
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
      const last = worker
      worker = undefined
      await last?.stop()
    },
  }
}
