import { randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import { hashed } from '../testing/hashed.ts'
import type { Seed } from '../testing/seed.ts'

/** A token. */
export async function seed(tx: Tx, { accountId: account_id, members }: Seed): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({
      account_id,
      id: randomUUID(),
      member_id: members.Administrator.id,
      name: 'Nightly sync',
      token_hash: hashed(`rc_${account_id}`),
      hint: 'rc_seeded',
      permissions: ['contacts.view'],
    })
    .execute()
}
