import { randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'

/** A letter that was sent. */
export async function seed(tx: Tx, { accountId: account_id }: Seed): Promise<void> {
  const about = randomUUID()
  await tx.insertInto('letter').values({ account_id, id: randomUUID(), kind: 'invite', about, state: 'sent' }).execute()
}
