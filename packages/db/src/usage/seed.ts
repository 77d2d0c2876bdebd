import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'

/** A permission that was made use of. */
export async function seed(tx: Tx, { accountId: account_id, members }: Seed): Promise<void> {
  const use = { account_id, member_id: members.Support.id, permission: 'inbox.view', last_used_at: new Date() }
  await tx.insertInto('permission_use').values(use).execute()
}
