import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import type { Log } from '../refuse/log.ts'

export interface Alarms {
  /** An alarm was set for then. */
  expect(at: Date): void
  /** Rings what was due while no server ran, and from then on everything in its time. */
  start(): void
  /** Resolves when nothing rings any more. */
  close(): Promise<void>
}

/** Alarms that other processes set are found this soon, should those not be there to ring them. */
const longestMs = 30_000
const afterFailureMs = 5_000

/**
 * Calls `ring` when an alarm of any account is due. Every process does: whoever comes first takes it. What has run out
 * counts for nothing from that moment on, so a late alarm leaves nothing open; it is about telling.
 */
export function createAlarms(database: Database, log: Log, ring: () => Promise<void>): Alarms {
  let timer: NodeJS.Timeout | undefined
  let wakesAt = Number.POSITIVE_INFINITY
  let looking: Promise<void> | undefined
  let running = false

  const wakeIn = (ms: number) => {
    if (!running) return
    clearTimeout(timer)
    wakesAt = Date.now() + ms
    timer = setTimeout(look, ms)
    timer.unref()
  }
  const look = () => {
    looking ??= ringAll()
  }
  const ringAll = async () => {
    wakesAt = Number.POSITIVE_INFINITY
    let ms = afterFailureMs
    try {
      await ring()
      ms = await untilNext(database)
    } catch (err) {
      log.warn({ err }, 'alarms could not be rung; they are tried again')
    }
    looking = undefined
    // One may have been set meanwhile.
    wakeIn(Math.max(1, Math.min(ms, longestMs, wakesAt - Date.now())))
  }

  return {
    expect(at) {
      const ms = Math.max(1, Math.min(at.getTime() - Date.now(), longestMs))
      if (looking) wakesAt = Math.min(wakesAt, Date.now() + ms)
      else if (Date.now() + ms < wakesAt) wakeIn(ms)
    },
    start() {
      running = true
      look()
    },
    async close() {
      running = false
      clearTimeout(timer)
      await looking
    },
  }
}

/** By the database's clock, which is the one that decides what has run out. */
async function untilNext(database: Database): Promise<number> {
  const { ms } = await database.db
    .selectFrom('alarm')
    .select(sql<number | null>`ceil(extract(epoch from min(at) - clock_timestamp()) * 1000)::float8`.as('ms'))
    .executeTakeFirstOrThrow()
  return ms ?? longestMs
}
