import { randomUUID } from 'node:crypto'
import { enterAccount, type Tx } from '@rolecall/db'
import { type DefaultRoleName, defaultRoleNames, type Plan } from '@rolecall/permissions'

export interface NewAccount {
  name: string
  plan: Plan
  demo?: boolean
}

/** An account with its four default roles and nobody in it. Enters it for the rest of the transaction. */
export async function createAccount(
  tx: Tx,
  { name, plan, demo = false }: NewAccount,
): Promise<{ accountId: string; roles: Record<DefaultRoleName, string> }> {
  const accountId = randomUUID()
  await enterAccount(tx, accountId)
  await tx.insertInto('account').values({ id: accountId, name, plan, demo }).execute()
  await tx.insertInto('clock').values({ account_id: accountId }).execute()
  const rows = defaultRoleNames.map((role) => ({ account_id: accountId, id: randomUUID(), name: role, preset: role }))
  await tx.insertInto('role').values(rows).execute()
  const roles = Object.fromEntries(rows.map((row) => [row.name, row.id])) as Record<DefaultRoleName, string>
  return { accountId, roles }
}
