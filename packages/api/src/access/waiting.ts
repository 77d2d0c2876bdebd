import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'

/** How many requests wait for an answer. */
export const waiting = guard
  .may('team.manage')
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<{ count: number }> => {
    const { count } = await tx
      .selectFrom('access_request')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', actor.accountId)
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow()
    return { count }
  })
