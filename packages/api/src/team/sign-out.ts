import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { endSessions } from '../rows/end-sessions.ts'
import { id } from '../rows/input.ts'
import { managed } from './manage.ts'
import { says } from './says.ts'

/** Signs a member out of this account wherever they are signed in, such as on a lost phone. They may sign in again. */
export const signOut = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ memberId: id }))
  .mutation(async ({ ctx, input: { memberId } }): Promise<{ memberId: string }> => {
    const member = await managed(ctx, 'end', memberId)
    await ctx.audit(says.signOut, { kind: 'member', id: memberId }, { member: member.name })
    await ctx.emit(await endSessions(ctx.tx, ctx.actor.accountId, member))
    return { memberId }
  })
