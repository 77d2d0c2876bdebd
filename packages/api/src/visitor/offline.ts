import type { Started } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { enterAccount } from './account.ts'
import { begin } from './begin.ts'
import { hidden } from './hidden.ts'
import { first } from './input.ts'

/**
 * A message left while the team is away: an open, unassigned chat like any other, with a name and an email to answer to.
 * Taken also when the team came back while it was written.
 */
export const offline = guard
  .anyone('lets any visitor leave a message while the team is away', { name: 'visitor-offline', max: 20, minutes: 10 })
  .input(first.required({ name: true, email: true }))
  .mutation(async ({ ctx, input }): Promise<Started> => {
    const account = await enterAccount(ctx, input.account)
    if (!account.widget_shown) hidden()
    return begin(ctx, input, account.now)
  })
