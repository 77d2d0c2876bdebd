import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'

/** Whether the first account is still to be made. Says nothing else. */
export const state = guard
  .anyone('tells the set-up page whether there is something to set up')
  .input(nothing)
  .query(async ({ ctx }) => {
    const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', 'setup').executeTakeFirst()
    const { done } = (row?.value as { done: boolean } | undefined) ?? { done: true }
    return { needed: !done }
  })
