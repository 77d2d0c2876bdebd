import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { heldMember } from '../rows/member.ts'
import { news } from '../rows/news.ts'
import { place } from './place.ts'

const input = z.strictObject({ memberId: id, departmentIds: z.array(id).max(100) })

/** Says which departments a member belongs to, and with that which chats a narrow role of theirs sees. */
export const setDepartments = guard
  .may('team.departments', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, departmentIds } }): Promise<{ memberId: string }> => {
    const member = await heldMember(ctx.tx, ctx.actor.accountId, memberId, ctx.catalogue)
    if (await place(ctx, member, departmentIds)) await ctx.emit(news('members'), news('departments'))
    return { memberId }
  })
