import type { Database } from '@rolecall/db'
import { sql } from 'kysely'
import type { Log } from '../refuse/log.ts'
import { every as byTheClock, type Every } from './every.ts'

interface Use {
  accountId: string
  memberId: string
  permission: string
}

/** Remembers, to the day, who made use of which permission: what least-privilege hints are made of. */
export interface Uses {
  /** Costs a look into a set; nothing waits for it. */
  note(use: Use): void
  /** Writes down what was noted since. */
  flush(): Promise<void>
  start(): void
  close(): Promise<void>
}

const everyMs = 60_000
const dayMs = 86_400_000

/**
 * Each permission of a member is noted once a day and process, and written in one statement per account. A process that
 * is killed forgets up to a minute of notes: the same permission is noted again when it is next used.
 */
export function createUses(database: Database, log: Log, every: Every = byTheClock, now = Date.now): Uses {
  let day = 0
  let noted = new Set<string>()
  let waiting: Use[] = []
  let stop = () => {}

  const flush = async () => {
    const accounts = Map.groupBy(waiting, ({ accountId }) => accountId)
    waiting = []
    for (const [accountId, uses] of accounts) {
      try {
        await write(database, accountId, uses)
      } catch (err) {
        waiting.push(...uses)
        log.warn({ err, accountId }, 'which permissions were used is written later')
      }
    }
  }
  return {
    note(use) {
      const today = Math.floor(now() / dayMs)
      if (today !== day) [day, noted] = [today, new Set()]
      const key = `${use.memberId} ${use.permission}`
      if (noted.has(key)) return
      noted.add(key)
      waiting.push(use)
    },
    flush,
    start() {
      stop = every(everyMs, () => void flush())
    },
    async close() {
      stop()
      await flush()
    },
  }
}

// By way of the member: somebody who was removed meanwhile has used nothing.
const write = (database: Database, accountId: string, uses: readonly Use[]) =>
  database.tenant(accountId, (tx) =>
    sql`
      insert into permission_use (account_id, member_id, permission, last_used_at)
      select member.account_id, member.id, used.permission, now()
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as used("memberId" uuid, permission text)
        join member on member.account_id = ${accountId}::uuid and member.id = used."memberId"
      on conflict (account_id, member_id, permission) do update set last_used_at = excluded.last_used_at`.execute(tx),
  )
