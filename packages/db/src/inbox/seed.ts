import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'

/** A read mark. */
export async function seed(tx: Tx, { accountId: account_id, chats, members }: Seed): Promise<void> {
  const mark = { account_id, chat_id: chats.agents, member_id: members.Administrator.id, visitor_count: 1 }
  await tx.insertInto('chat_read').values(mark).execute()
}
