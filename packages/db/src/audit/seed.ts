import type { Tx } from '../connect/database.ts'
import type { Seed } from '../testing/seed.ts'
import { audit } from './audit.ts'

/** An entry of the log. */
export async function seed(tx: Tx, { accountId, members }: Seed): Promise<void> {
  const { id, name } = members.Administrator
  await audit(tx, accountId, {
    actor: { kind: 'member', id, name },
    action: 'switches.setOnline',
    subject: { kind: 'account', id: accountId },
    detail: { before: false, after: true },
    names: [{ key: 'member', kind: 'member', id, name }],
  })
}
