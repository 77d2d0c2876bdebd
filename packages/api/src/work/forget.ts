import { type Database, forgetOldEvents } from '@rolecall/db'
import type { Log } from '../refuse/log.ts'
import type { Every } from './every.ts'

const everyMs = 60_000
/** So many at a time: a server that was off for a week must not hold a lock for a minute. */
const most = 5_000

/** Has the outbox forget by time, in quiet accounts too. */
export function createForgetting(database: Database, log: Log, every: Every) {
  let stop = () => {}
  let sweeping: Promise<void> | undefined

  const sweep = async () => {
    try {
      while ((await forgetOldEvents(database.db, most)) === most);
    } catch (err) {
      log.warn({ err }, 'what was told over an hour ago is forgotten later')
    }
  }
  return {
    start() {
      stop = every(everyMs, () => {
        sweeping ??= sweep().finally(() => {
          sweeping = undefined
        })
      })
    },
    async close() {
      stop()
      await sweeping
    },
  }
}
