import type { Tx } from '@rolecall/db'

/**
 * Lets nothing point at a role any more: its holders, and the invited who have not accepted, get the other one.
 * Invitations that are over go with the role; the history has them.
 */
export async function moveHolders(tx: Tx, accountId: string, roleId: string, toId: string | null): Promise<void> {
  if (toId !== null) {
    await tx
      .updateTable('member')
      .set({ role_id: toId })
      .where('account_id', '=', accountId)
      .where('role_id', '=', roleId)
      .execute()
    await tx
      .updateTable('invite')
      .set({ role_id: toId })
      .where('account_id', '=', accountId)
      .where('role_id', '=', roleId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
  }
  await tx.deleteFrom('invite').where('account_id', '=', accountId).where('role_id', '=', roleId).execute()
}
