import { type Kysely, sql } from 'kysely'
import { fromKysely, getConstructionPlans, getMigrationPlans } from 'pg-boss'
import { jobsSchema } from '../wall/names.ts'
import { bossOn, queues } from './boss.ts'
import type { Raw } from './raw.ts'

/** A job that fails is tried again after 1, 2, 4 … seconds, at last every five minutes, for three days. */
const patience = {
  retryLimit: 900,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 60,
  // A job may wait as long as access may be given for.
  retentionSeconds: 400 * 86_400,
  deleteAfterSeconds: 3600,
}

/**
 * Makes pg-boss's tables or brings them up to date, and the queues that are missing, as the owner and in the migration's
 * transaction. A new version of pg-boss with other tables needs a migration that calls this again: without, it does not
 * start.
 */
export async function installJobs(tx: Kysely<unknown>): Promise<void> {
  const raw = within(tx)
  const boss = bossOn(raw)
  const version = (await boss.isInstalled()) ? await boss.schemaVersion() : null
  await raw(
    version === null
      ? getConstructionPlans(jobsSchema, { createSchema: false })
      : getMigrationPlans(jobsSchema, version),
  )
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const queue of queues) if (!known.has(queue)) await boss.createQueue(queue, patience)
  await boss.stop({ graceful: false })
}

/** Its blocks are transactions of their own elsewhere: here they are part of one, in a single statement. */
const within =
  (tx: Kysely<unknown>): Raw =>
  async (text, values) => {
    const block = /^\s*begin;(.*)commit;?\s*$/is.exec(text)?.[1]
    if (block === undefined) return await fromKysely(tx).executeSql(text, values)
    const quote = '$statements$'
    await sql.raw(`do $block$ begin execute ${quote}${block}${quote}; end $block$`).execute(tx)
    return { rows: [] }
  }
