import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import type { Log } from '../refuse/log.ts'

/** Who of the team is there, and on whose pages the widget stands. Seen often, written down now and then. */
export interface Sightings {
  /** A member who may answer has a page of ours open. */
  member(accountId: string, memberId: string): void
  /** The widget asked from this page. */
  page(accountId: string, page: string): void
  /** Writes down what was seen since. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Whoever was seen within so many seconds is there. An open page is seen each `memberMs`, and a heartbeat later at most. */
export const thereSeconds = 75

// In ms. How often one member, and one account's pages, are written at most; and how long what is seen waits for more.
const memberMs = 20_000
const pageMs = 300_000
const lingerMs = 200

/** The rows of one account that are to be written. */
interface Seen {
  members: Set<string>
  page?: string
}

/** One statement per account and kind, in a transaction that nothing waits for. Costs the caller a look into a map. */
export function createSightings(database: Database, log: Log, now = Date.now): Sightings {
  const written = new Map<string, number>()
  let waiting = new Map<string, Seen>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()

  /** Where it is due to be written, or null. */
  const due = (accountId: string, key: string, ms: number): Seen | null => {
    if (now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < ms) return null
    // What has not been seen for long is not kept in mind.
    written.delete(key)
    written.set(key, now())
    const [oldest] = written
    if (oldest && now() - oldest[1] > pageMs) written.delete(oldest[0])
    const seen = waiting.get(accountId) ?? { members: new Set() }
    waiting.set(accountId, seen)
    timer ??= setTimeout(() => void flush(), lingerMs)
    return seen
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const all = waiting
    waiting = new Map()
    const write = async () => {
      for (const [accountId, seen] of all) {
        await writeDown(database, accountId, seen).catch((err: unknown) =>
          log.warn({ err, accountId }, 'who is there is written later'),
        )
      }
    }
    writing = writing.then(write)
    return writing.then(() => {})
  }
  return {
    member: (accountId, memberId) => void due(accountId, memberId, memberMs)?.members.add(memberId),
    page(accountId, page) {
      const seen = due(accountId, accountId, pageMs)
      if (seen) seen.page = page
    },
    flush,
    close: flush,
  }
}

const writeDown = (database: Database, accountId: string, { members, page }: Seen) =>
  database.tenant(accountId, async (tx) => {
    if (members.size > 0) {
      // By way of the member, who may have been removed meanwhile.
      await sql`
        insert into presence (account_id, member_id, seen_at)
        select account_id, id, now() from member
          where account_id = ${accountId}::uuid and id = any (${sql.val([...members].toSorted())}::uuid[])
        on conflict (account_id, member_id) do update set seen_at = excluded.seen_at`.execute(tx)
    }
    if (page !== undefined) {
      await sql`
        insert into widget_page (account_id, first_at, last_at, page) values (${accountId}::uuid, now(), now(), ${page})
        on conflict (account_id) do update set last_at = excluded.last_at, page = excluded.page`.execute(tx)
    }
  })
