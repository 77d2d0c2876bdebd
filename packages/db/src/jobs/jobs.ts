import type { Kysely } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { Tables } from '../tables.ts'
import { bossOn, type Queue } from './boss.ts'
import type { Raw } from './raw.ts'

/** What a job carries: whose it is, and which row tells the rest. Words, addresses and rights are read when it runs. */
export interface Job {
  accountId: string
  id: string
}

/** Work for later: it is done once it is committed, by whichever process comes first, and again until it succeeds. */
export interface Jobs {
  /** Puts a job into a queue, in the transaction of the change; for then, or at once. */
  send(tx: Kysely<Tables>, queue: Queue, job: Job, at?: Date): Promise<void>
  /** Runs what waits in a queue from now on; of several at once, each by itself. */
  work(queue: Queue, run: (job: Job) => Promise<void>): Promise<Worker>
  /** Gives back what a process left half done when it died, and forgets what is done. Every process does, now and then. */
  maintain(): Promise<void>
  /** Told what goes wrong beside any job, such as a database that does not answer: the next round tries again. */
  failed(hear: (error: Error) => void): void
}

export interface Worker {
  /** There is something to do: looks now instead of at the next round. */
  look(): void
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>
}

/** Jobs of other processes are found this soon, in seconds, should those not be there to do them. */
const roundSeconds = 2
const abreast = 20

export async function openJobs(raw: Raw): Promise<Jobs & { close(): Promise<void> }> {
  const boss = bossOn(raw)
  let told: (error: Error) => void = () => {}
  boss.on('error', (error) => told(error))
  await boss.start()
  return {
    async send(tx, queue, job, at) {
      await boss.send(queue, job, { db: fromKysely(tx), ...(at ? { startAfter: at } : {}) })
    },
    work: (queue, run) => work(boss, queue, run),
    maintain: () => boss.supervise(),
    failed: (hear) => {
      told = hear
    },
    close: () => boss.stop({ graceful: false }),
  }
}

async function work(boss: PgBoss, queue: Queue, run: (job: Job) => Promise<void>): Promise<Worker> {
  const options = {
    pollingIntervalSeconds: roundSeconds,
    batchSize: abreast,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const
  const id = await boss.work<Job, unknown, typeof options>(queue, options, (jobs) =>
    Promise.all(
      jobs.map(async (job) => {
        try {
          await run(job.data)
          return { id: job.id, status: 'completed' as const }
        } catch (error) {
          // Only what kind of fault it was: its words may hold a person's.
          return {
            id: job.id,
            status: 'failed' as const,
            output: { fault: error instanceof Error ? error.name : 'unknown' },
          }
        }
      }),
    ),
  )
  return {
    look: () => boss.notifyWorker(id),
    stop: () => boss.offWork(queue, { id, wait: true }),
  }
}
