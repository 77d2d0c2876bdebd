import type { Database, EventRow } from '@rolecall/db'
import type { Log } from '../refuse/log.ts'
import type { Wake } from '../work/transact.ts'
import { Hub } from './hub.ts'
import { type Store, storeOn } from './outbox.ts'

export interface Live extends Wake {
  readonly hub: Hub
  readonly store: Store
  /** Listens to other processes and starts the heartbeat. */
  start(): Promise<void>
  /** Ends every stream. */
  close(): Promise<void>
}

/** One interval for all streams: proxies cut what is silent for long, and clients notice a dead server by it. */
const beatMs = 15_000

const betweenWakesMs = 20

/** Resolves in a later turn of the loop: the readers of this process are served first. */
const sleep = (ms: number) => new Promise<void>((done) => (ms > 0 ? setTimeout(done, ms) : setImmediate(done)))

/** The live side of one server process. */
export function createLive(database: Database, log: Log, every = beatMs): Live {
  const store = storeOn(database)
  const hub = new Hub(store)
  const fresh = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let stop: (() => Promise<void>) | undefined

  const check = () => hub.check().catch((err: unknown) => log.warn({ err }, 'the clocks could not be read'))

  // At once after a pause, together while there is much to tell: each wake-up costs every process a round trip.
  let announcing: Promise<void> | undefined
  let told = 0
  const announce = async () => {
    await sleep(told + betweenWakesMs - performance.now())
    announcing = undefined
    told = performance.now()
    const wakes = [...fresh].map(([accountId, id]) => database.notify({ accountId, id }))
    fresh.clear()
    await Promise.all(wakes).catch((err: unknown) => log.warn({ err }, 'other processes were not woken'))
  }

  return {
    hub,
    store,
    offer(accountId: string, rows: EventRow[]) {
      const last = rows.at(-1)
      if (!last) return
      hub.offer(accountId, rows)
      fresh.set(accountId, Math.max(last.id, fresh.get(accountId) ?? 0))
      announcing ??= announce()
    },
    async start() {
      stop = await database.listen(({ accountId, id }) => hub.wake(accountId, id), check)
      timer = setInterval(() => {
        hub.beat()
        void check()
      }, every)
      timer.unref()
    },
    async close() {
      clearInterval(timer)
      hub.close()
      await announcing
      await stop?.()
    },
  }
}
