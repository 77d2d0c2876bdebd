import { randomUUID } from 'node:crypto'
import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'
import { soon } from '../testing/soon.ts'

/** How a role was, and one that is looked at. */
export async function seed(tx: Tx, { accountId: account_id, members, roles }: Seed): Promise<void> {
  const { id: member_id, name } = members.Support
  const role = { permissions: ['inbox.view'], full_sections: [], chat_scope: 'all' as const, unassigned: true }
  await tx
    .insertInto('role_version')
    .values({ account_id, role_id: roles.Agent, version: 1, name: 'Agent', by_name: name, ...role })
    .execute()
  await tx
    .insertInto('role_preview')
    .values({
      account_id,
      id: randomUUID(),
      member_id,
      name: 'Draft',
      label: 'Somebody (Draft)',
      expires_at: soon(),
      ...role,
    })
    .execute()
}
