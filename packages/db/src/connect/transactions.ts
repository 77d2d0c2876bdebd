import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { enterAccount } from '../wall/enter.ts'
import type { Database } from './database.ts'

/** The two kinds of transaction, the same on both engines. */
export function transactions(db: Kysely<Tables>): Pick<Database, 'tenant' | 'transaction'> {
  return {
    tenant: (accountId, run) =>
      db.transaction().execute(async (tx) => {
        await enterAccount(tx, accountId)
        return await run(tx)
      }),
    transaction: (run) => db.transaction().execute(run),
  }
}
