import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { changeRole } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

const input = z.strictObject({ memberId: id, roleId: id })

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, roleId } }) => {
    const changed = await changeRole(actingOf(ctx), memberId, roleId)
    if (changed) {
      const { event, things, ...detail } = changed
      await ctx.audit(says.setRole, { kind: 'member', id: memberId }, detail, things)
      await ctx.emit(event, news('members'))
    }
    return { memberId, roleId }
  })
