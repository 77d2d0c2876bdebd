import type { Invited } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { email, id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { whyNotNew } from './new-address.ts'
import { newInvite, offer } from './new-invite.ts'

const input = z.strictObject({
  emails: z.array(email).min(1).max(50),
  roleId: id,
  departmentIds: z.array(id).max(100),
})

/** Invites several at once, with one role and the same departments. Who is here or invited already is told, and left out. */
export const inviteSeveral = guard
  .may('team.invite', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input }): Promise<Invited> => {
    const offered = await offer(ctx, input)
    const told: Invited = { made: [], left: [] }
    for (const email of new Set(input.emails.map((one) => one.toLowerCase()))) {
      const why = await whyNotNew(ctx, email)
      if (why === null) told.made.push({ email, ...(await newInvite(ctx, email, offered)) })
      else told.left.push({ email, why })
    }
    if (told.made.length > 0) await ctx.emit(news('invites'))
    return told
  })
