import type { Tx } from '@rolecall/db'
import { refuse } from '../refuse/errors.ts'

export const oneStays = 'An account always has at least one active Administrator. Make somebody else one first.'

/**
 * An account always has an active Administrator: this is refused for the last one. What is held beside a role does not
 * count: it could end. The account's turn must be held. @throws CONFLICT
 */
export async function keepOneAdministrator(tx: Tx, accountId: string, memberId: string): Promise<void> {
  if (!(await administratorBeside(tx, accountId, [memberId]))) refuse('CONFLICT', oneStays)
}

/** Whether an active Administrator is left without these. */
export async function administratorBeside(tx: Tx, accountId: string, memberIds: readonly string[]): Promise<boolean> {
  const other = await tx
    .selectFrom('member')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .select('member.id')
    .where('member.account_id', '=', accountId)
    .where('member.id', 'not in', memberIds)
    .where('member.status', '=', 'active')
    .where('role.preset', '=', 'Administrator')
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
