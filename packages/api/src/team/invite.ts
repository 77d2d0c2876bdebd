import type { InviteLink } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { email, id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { whyNotNew } from './new-address.ts'
import { newInvite, offer } from './new-invite.ts'

const input = z.strictObject({ email, roleId: id, departmentIds: z.array(id).max(100) })

/** Invites somebody by email, with a role no wider than one's own. The link comes back too, to be passed on by hand. */
export const invite = guard
  .may('team.invite', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input }): Promise<InviteLink> => {
    const email = input.email.toLowerCase()
    const offered = await offer(ctx, input)
    const why = await whyNotNew(ctx, email)
    if (why !== null) refuse('CONFLICT', why)
    const made = await newInvite(ctx, email, offered)
    await ctx.emit(news('invites'))
    return made
  })
