import type { Tx } from '@rolecall/db'
import { grantsOfRole, has } from '@rolecall/permissions'

/**
 * Members that a chat can be given to: active ones whose role holds `inbox.view`. Their scope does not matter, because
 * every scope covers the chats that are assigned to oneself; to anyone else a chat would be given and never seen.
 */
export function assignable(tx: Tx, accountId: string) {
  const members = tx
    .selectFrom('member')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
    )
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .where('member.account_id', '=', accountId)
    .where('member.status', '=', 'active')
    .select(['member.id', 'identity_user.name', 'role.preset', 'role.permissions', 'role.full_sections'])

  return {
    /** By name. */
    async everyone(): Promise<{ id: string; name: string }[]> {
      const rows = await members.orderBy('identity_user.name').orderBy('member.id').execute()
      return rows.filter(seesInbox).map(({ id, name }) => ({ id, name }))
    },
    /** Held until the commit: deactivated a moment later, they lose the chat then, but never before. */
    async one(memberId: string): Promise<{ id: string; name: string } | null> {
      const row = await members.where('member.id', '=', memberId).forShare(['member', 'role']).executeTakeFirst()
      return row && seesInbox(row) ? { id: row.id, name: row.name } : null
    },
  }
}

const seesInbox = (role: Parameters<typeof grantsOfRole>[0]) => has(grantsOfRole(role), 'inbox.view')
