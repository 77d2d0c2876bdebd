import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'

/** Somebody who was there, and a page with the widget. */
export async function seed(tx: Tx, { accountId: account_id, members }: Seed): Promise<void> {
  const now = new Date()
  await tx.insertInto('presence').values({ account_id, member_id: members.Support.id, seen_at: now }).execute()
  const page = { account_id, first_at: now, last_at: now, page: 'https://shop.example/' }
  await tx.insertInto('widget_page').values(page).execute()
}
