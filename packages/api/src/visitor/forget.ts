import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'

/** Takes the key out of this browser's cookie: whoever uses the computer next does not find the conversation. */
export const forget = guard
  .anyone('ends the cookie of the browser that asks')
  .input(z.strictObject({ account: id }))
  .mutation(async ({ ctx, input }): Promise<Record<never, never>> => {
    ctx.kept.clear(input.account)
    return {}
  })
