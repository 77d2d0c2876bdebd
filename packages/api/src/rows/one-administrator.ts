import type { Tx } from '@rolecall/db'
import { refuse } from '../errors.ts'

/**
 * An account always has an active Administrator: this is refused for the last one. What is held beside a role does not
 * count: it could end. The account's turn must be held. @throws CONFLICT
 */
export async function keepOneAdministrator(tx: Tx, accountId: string, memberId: string): Promise<void> {
  const other = await tx
    .selectFrom('member')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select('member.id')
    .where('member.account_id', '=', accountId)
    .where('member.id', '<>', memberId)
    .where('member.status', '=', 'active')
    .where('role.preset', '=', 'Administrator')
    .limit(1)
    .executeTakeFirst()
  if (!other)
    refuse('CONFLICT', 'An account always has at least one active Administrator. Make somebody else one first.')
}
