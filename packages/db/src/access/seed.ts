import { randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'
import { soon } from '../testing/soon.ts'

/** What a member was given, and asks for. */
export async function seed(tx: Tx, { accountId: account_id, members }: Seed): Promise<void> {
  const { id: member_id, name } = members.Support
  await tx
    .insertInto('member_grant')
    .values({ account_id, id: randomUUID(), member_id, permission: 'reports.view', given_name: name, ends_at: soon() })
    .execute()
  await tx
    .insertInto('access_request')
    .values({ account_id, id: randomUUID(), member_id, permission: 'inbox.delete', reason: 'Spam' })
    .execute()
}
