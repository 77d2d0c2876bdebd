import { type Database, type EventRow, emit, enterAccount, type NewEvent, type Tx } from '@rolecall/db'
import type { Log } from '../refuse/log.ts'
import { worthAnotherTry } from '../refuse/outage.ts'

/** Wakes the readers of an account's events. The events are in the database already: losing a wake-up loses nothing. */
export interface Wake {
  offer(accountId: string, rows: EventRow[]): Promise<void> | void
}

/** What a transaction runs on, and whom it tells once it is committed. */
export interface Services {
  database: Database
  log: Log
  wake: Wake
  /** Who is told of which kind of news. */
  news: ReadonlyMap<string, readonly string[] | null>
}

/** What one call does to the database: its transaction, and the events that leave with the commit. */
export interface Work {
  tx: Tx
  accountId: string | null
  events: NewEvent[]
  /** Called once it is committed, and not if it fails. */
  committed: (() => void)[]
}

const attempts = 3

/**
 * Runs `act` in one transaction. Its events are written last, so that the account's hot clock row is held for no longer
 * than the commit takes, and offered to the live streams once it is certain. A deadlock or serialization failure runs
 * the whole transaction again: nothing of the first try is left.
 */
export async function transact<T>(services: Services, requestId: string, act: (work: Work) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let rows: EventRow[] | undefined
    let accountId: string | null = null
    let committed: Work['committed'] = []
    try {
      const result = await services.database.transaction(async (tx) => {
        const work: Work = { tx, accountId: null, events: [], committed: [] }
        const answer = await act(work)
        committed = work.committed
        if (work.events.length > 0 && work.accountId !== null) {
          accountId = work.accountId
          for (const { data } of work.events) mustBeKnown(services, data)
          rows = await emit(tx, work.accountId, work.events)
        }
        return answer
      })
      if (rows && accountId) await offer(services, requestId, accountId, rows)
      for (const tell of committed) tell()
      return result
    } catch (error) {
      if (attempt === attempts || !worthAnotherTry(error)) throw error
      services.log.warn({ requestId, attempt, err: error }, 'transaction runs again')
    }
  }
}

/** News of a kind that no feature declares would reach nobody, and nobody would notice. */
function mustBeKnown({ news }: Services, data: NewEvent['data']): void {
  if (data.type === 'news' && !news.has(data.kind)) throw new Error(`No feature declares news of "${data.kind}"`)
}

/** The change is committed: a reader that cannot be woken finds its events in the outbox, so the call still succeeds. */
export async function offer(
  { wake, log }: Pick<Services, 'wake' | 'log'>,
  requestId: string,
  accountId: string,
  rows: EventRow[],
) {
  try {
    await wake.offer(accountId, rows)
  } catch (error) {
    log.error({ requestId, err: error }, 'live streams were not woken')
  }
}

export async function enter(work: Work, accountId: string): Promise<void> {
  await enterAccount(work.tx, accountId)
  work.accountId = accountId
}
