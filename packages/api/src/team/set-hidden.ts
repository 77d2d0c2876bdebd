import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { hide } from './hide.ts'
import { managed } from './manage.ts'
import { says } from './says.ts'

/** Says whether visitors are told that a member is on the team. */
export const setHidden = guard
  .may('team.manage', { lock: 'team' })
  .input(z.strictObject({ memberId: id, hidden: z.boolean() }))
  .mutation(async ({ ctx, input: { memberId, hidden } }): Promise<{ memberId: string }> => {
    const member = await managed(ctx, 'end', memberId)
    if (!(await hide(ctx, memberId, hidden))) return { memberId }
    await ctx.audit(says.setHidden, { kind: 'member', id: memberId }, { member: member.name, hidden })
    await ctx.emit(news('members'))
    return { memberId }
  })
