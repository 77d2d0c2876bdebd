import type { MemberContext } from '../guard/context.ts'

/** false: it was so already. */
export async function hide({ tx, actor }: MemberContext, memberId: string, hidden: boolean): Promise<boolean> {
  const changed = await tx
    .updateTable('member')
    .set({ hidden })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', memberId)
    .where('hidden', '<>', hidden)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}
