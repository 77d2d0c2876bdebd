import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@rolecall/db'
import { sql } from 'kysely'

/** Resolves when no letter waits to be sent: what a call wrote is then written, also what is sent after it. */
export async function allMailed({ db }: Database): Promise<void> {
  const waits = sql<{ waits: boolean }>`
    select exists (select from rolecall_jobs.job where name = 'letter' and state < 'completed') as waits`
  while ((await waits.execute(db)).rows[0]?.waits) await pause(5)
}
