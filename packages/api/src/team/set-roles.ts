import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { changeRole } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

const input = z.strictObject({ memberIds: z.array(id).min(1).max(100), roleId: id })

/** Gives several members the same role: all of them, or nobody where one may not be changed. */
export const setRoles = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberIds, roleId } }) => {
    const acting = actingOf(ctx)
    let count = 0
    for (const memberId of new Set(memberIds)) {
      const changed = await changeRole(acting, memberId, roleId)
      if (!changed) continue
      const { event, things, ...detail } = changed
      await ctx.audit(says.setRole, { kind: 'member', id: memberId }, detail, things)
      await ctx.emit(event)
      count += 1
    }
    if (count > 0) await ctx.emit(news('members'))
    return { changed: count }
  })
