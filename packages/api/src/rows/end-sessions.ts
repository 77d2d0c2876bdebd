import type { NewEvent, Tx } from '@rolecall/db'

/** Signs a person out of this account everywhere, and the event with which their open consoles end. */
export async function endSessions(
  tx: Tx,
  accountId: string,
  member: { id: string; userId: string },
): Promise<NewEvent> {
  await tx
    .deleteFrom('identity_session')
    .where('user_id', '=', member.userId)
    .where('account_id', '=', accountId)
    .execute()
  return { type: 'session', member_id: member.id, data: { type: 'session' } }
}
