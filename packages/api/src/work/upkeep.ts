import { type Database, forgetOldEvents } from '@rolecall/db'
import type { Log } from '../refuse/log.ts'
import type { Every } from './every.ts'

const everyMs = 60_000
/** So many at a time: a server that was off for a week must not hold a lock for a minute. */
const most = 5_000

/** What the database needs done now and then, in quiet accounts too: the outbox forgets by time, and jobs are looked after. */
export function createUpkeep(database: Database, log: Log, every: Every) {
  let stop = () => {}
  let round: Promise<void> | undefined

  const keepUp = async () => {
    try {
      while ((await forgetOldEvents(database.db, most)) === most);
      await database.jobs.maintain()
    } catch (err) {
      log.warn({ err }, 'upkeep of the database failed; it is tried again in a minute')
    }
  }
  return {
    start() {
      stop = every(everyMs, () => {
        round ??= keepUp().finally(() => {
          round = undefined
        })
      })
    },
    async close() {
      stop()
      await round
    },
  }
}
