import { z } from 'zod'
import { guard } from '../guard.ts'
import { changeRole } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { teamNews } from '../rows/team-news.ts'

const input = z.strictObject({ memberId: id, roleId: id })

/** Gives a member another role. Their open consoles and streams follow at once. */
export const setRole = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, roleId } }) => {
    const changed = await changeRole(actingOf(ctx), memberId, roleId)
    if (changed) {
      const { event, ...detail } = changed
      await ctx.audit('team.setRole', { kind: 'member', id: memberId }, detail)
      await ctx.emit(event, teamNews('members'))
    }
    return { memberId, roleId }
  })
