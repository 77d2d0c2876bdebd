import { type Kysely, sql } from 'kysely'
import { fromKysely } from 'pg-boss'
import { bossOn } from './boss.ts'
import { installJobs } from './install.ts'

/** What is deferred waits in pg-boss from now on: alarms become jobs of the queue "due". */
export async function jobs(db: Kysely<unknown>): Promise<void> {
  await installJobs(db)
  const { rows } = await sql<{ id: string; account_id: string; at: Date }>`
    select id, account_id, at from alarm order by at`.execute(db)
  const transaction = fromKysely(db)
  const boss = bossOn((text, values) => transaction.executeSql(text, values))
  await boss.start()
  for (const { id, account_id: accountId, at } of rows) {
    await boss.send('due', { accountId, id }, { startAfter: new Date(at), db: transaction })
  }
  await boss.stop({ graceful: false })
  await sql`drop table alarm`.execute(db)
}
