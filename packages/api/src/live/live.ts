import type { Database, EventRow } from '@rolecall/db'
import type { Log, Wake } from '../context.ts'
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

/** The live side of one server process. */
export function createLive(database: Database, log: Log, every = beatMs): Live {
  const store = storeOn(database)
  const hub = new Hub(store)
  const fresh = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let stop: (() => Promise<void>) | undefined

  const check = () => hub.check().catch((err: unknown) => log.warn({ err }, 'the clocks could not be read'))

  // After the readers of this process have been served, and once for all commits of this turn of the loop.
  let announcing: Promise<unknown> | undefined
  const announce = async () => {
    await new Promise<void>((turn) => setImmediate(turn))
    announcing = undefined
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
