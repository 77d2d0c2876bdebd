import { randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import { hashed } from '../testing/hashed.ts'
import type { Seed } from '../testing/seed.ts'
import { soon } from '../testing/soon.ts'

/** Somebody who is invited. */
export async function seed(tx: Tx, { accountId: account_id, members, roles }: Seed): Promise<void> {
  await tx
    .insertInto('invite')
    .values({
      account_id,
      id: randomUUID(),
      email: 'new@example.test',
      role_id: roles.Agent,
      token_hash: hashed(`ri_${account_id}`),
      invited_by: members.Administrator.id,
      expires_at: soon(),
    })
    .execute()
}
