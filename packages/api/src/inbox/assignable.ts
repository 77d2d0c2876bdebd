import { membersWithRights, type Tx } from '@rolecall/db'
import { type Catalogue, receives } from '@rolecall/permissions'
import { heldBy } from '../rows/member.ts'

/**
 * Members that a chat can be given to: active ones who see chats at all. Which ones does not matter, because those that
 * are assigned to oneself are seen always; to anyone else a chat would be given and never seen.
 */
export function assignable(tx: Tx, accountId: string, catalogue: Catalogue) {
  const members = membersWithRights(tx, accountId).where('member.status', '=', 'active')
  type Rows = Awaited<ReturnType<(typeof members)['execute']>>
  const able = (rows: Rows) =>
    rows
      .map((row) => heldBy(row, catalogue))
      .filter(({ now }) => receives(now))
      .map(({ id, name }) => ({ id, name }))

  return {
    /** By name. */
    async everyone(): Promise<{ id: string; name: string }[]> {
      return able(await members.orderBy('identity_user.name').orderBy('member.id').execute())
    },
    /** Whose rights change in this moment waits for this call, as for every write (guard). */
    async one(memberId: string): Promise<{ id: string; name: string } | null> {
      const [member] = able(await members.where('member.id', '=', memberId).execute())
      return member ?? null
    },
  }
}
