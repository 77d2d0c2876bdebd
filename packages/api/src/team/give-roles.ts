import type { Put } from '@rolecall/protocol'
import { z } from 'zod'
import type { MemberContext } from '../guard/context.ts'
import { changeRole, whyNotBack } from '../rows/change-role.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { news } from '../rows/news.ts'
import { says } from './says.ts'

/** `from`: the role that they had when it was decided. Another one by now is refused, so that nothing else is taken back. */
export const wanted = z.strictObject({ memberId: id, roleId: id, from: id.optional() })

/** Gives the roles, writes down who changed, and says whether whoever did it could take it back. */
export async function giveRoles(ctx: MemberContext, changes: readonly z.infer<typeof wanted>[]): Promise<Put> {
  const acting = actingOf(ctx)
  const had = new Map<string, string>()
  for (const change of changes) {
    const changed = await changeRole(acting, change)
    if (!changed) continue
    const { event, things, ...detail } = changed
    await ctx.audit(says.setRole, { kind: 'member', id: change.memberId }, detail, things)
    await ctx.emit(event)
    had.set(change.memberId, had.get(change.memberId) ?? things.from.id)
  }
  if (had.size === 0) return { changed: 0, undo: false }
  await ctx.emit(news('members'))
  // Asked when all is changed: it is of then that it would be taken back.
  for (const [memberId, fromId] of had)
    if ((await whyNotBack(acting, memberId, fromId)) !== null) return { changed: had.size, undo: false }
  return { changed: had.size, undo: true }
}
