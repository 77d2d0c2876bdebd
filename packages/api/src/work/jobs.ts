import { teamTurn } from '@rolecall/db'
import { sql } from 'kysely'
import { enter, type Services, transact, type Work } from './transact.ts'

/** What is to be done in an account when an alarm of it rings. It may ring for somebody else: a job looks what is due. */
export type Job = (work: Work, accountId: string) => Promise<void>

/** Runs all jobs in every account in which an alarm is due, account by account. */
export async function runDue(services: Services, jobs: readonly Job[]): Promise<void> {
  while (await transact(services, 'alarm', (work) => runInOne(work, jobs)));
}

/** false: no alarm is due, or other processes are at those that are. */
async function runInOne(work: Work, jobs: readonly Job[]): Promise<boolean> {
  const due = await work.tx
    .selectFrom('alarm')
    .select(['id', 'account_id'])
    .where('at', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!due) return false
  await enter(work, due.account_id)
  await teamTurn(work.tx, due.account_id)
  for (const run of jobs) await run(work, due.account_id)
  await work.tx.deleteFrom('alarm').where('id', '=', due.id).execute()
  return true
}
