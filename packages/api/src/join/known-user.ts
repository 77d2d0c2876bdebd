import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'

/** The person who signs in with this address already, and the hash of their password where they have one. */
export const knownUser = (tx: Tx, email: string) =>
  tx
    .selectFrom('identity_user')
    .leftJoin('identity_credential', (join) =>
      join
        .onRef('identity_credential.user_id', '=', 'identity_user.id')
        .on('identity_credential.provider_id', '=', 'credential'),
    )
    .select(['identity_user.id', 'identity_user.name', 'identity_credential.password'])
    .where(sql`lower(identity_user.email)`, '=', email.toLowerCase())
    .executeTakeFirst()
