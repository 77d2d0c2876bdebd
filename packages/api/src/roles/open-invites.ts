import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'

/** Invitations that can be accepted at this moment. */
export const openInvites = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('invite')
    .where('account_id', '=', accountId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
