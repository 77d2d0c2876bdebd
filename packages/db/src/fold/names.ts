import type { Kysely } from 'kysely'
import { CannotServe } from '../cannot-serve.ts'
import { run } from '../run.ts'

const alike = '23505'

/**
 * Makes names that differ in capitals only one name, whatever letters they are written in.
 * @throws {CannotServe} where a database that knew no umlauts has let in two
 */
export async function namesFold(db: Kysely<unknown>): Promise<void> {
  for (const table of ['role', 'department']) {
    await run(db, `drop index ${table}_name`)
    await run(db, `create unique index ${table}_name on ${table} (account_id, fold(name))`).catch((cause: unknown) => {
      if ((cause as { code?: string }).code !== alike) throw cause
      throw new CannotServe(
        `An account has two ${table}s whose names differ in capitals only (${(cause as { detail?: string }).detail}). ` +
          `Nothing was changed. Rename one of them with the version before, and start again.`,
        { cause },
      )
    })
  }
}
