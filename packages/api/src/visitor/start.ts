import type { Started } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { enterAccount } from './account.ts'
import { begin } from './begin.ts'
import { hidden } from './hidden.ts'
import { first } from './input.ts'

/** The first message of a new visitor, while the team is online: a contact, an open unassigned chat, and the key to it. */
export const start = guard
  .anyone('lets any visitor of the page write to the team', { name: 'visitor-start', max: 60, minutes: 10 })
  .input(first)
  .mutation(async ({ ctx, input }): Promise<Started> => {
    const account = await enterAccount(ctx, input.account)
    if (!account.widget_shown) hidden()
    if (!account.online) refuse('NOT_NOW', 'Nobody is here at the moment. Leave a message with your name and email.')
    return begin(ctx, input, account.now)
  })
