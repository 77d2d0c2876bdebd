import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'
import { emit } from './emit.ts'

/** An event, and a reader that has dealt with it. */
export async function seed(tx: Tx, { accountId }: Seed): Promise<void> {
  await emit(tx, accountId, [{ type: 'switches', data: { type: 'switches', online: true, widgetShown: true } }])
  await tx.insertInto('event_cursor').values({ account_id: accountId, reader: 'Seed', after: 1 }).execute()
}
