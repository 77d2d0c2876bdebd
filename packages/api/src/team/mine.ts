import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'

/** What of oneself others decide or see: whether visitors are told one's name. */
export const mine = guard
  .member()
  .input(nothing)
  .query(
    ({ ctx: { tx, actor } }): Promise<{ hidden: boolean }> =>
      tx
        .selectFrom('member')
        .select('hidden')
        .where('account_id', '=', actor.accountId)
        .where('id', '=', actor.memberId)
        .executeTakeFirstOrThrow(),
  )
