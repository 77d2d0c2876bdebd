import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { heldMember } from '../rows/member.ts'
import { news } from '../rows/news.ts'
import { place } from './place.ts'

const ids = z.array(id).max(100)
/** `expected`: those they were in when it was decided. Others by now are refused, so that nothing else is taken back. */
const input = z.strictObject({ memberId: id, departmentIds: ids, expected: ids.optional() })

/** Says which departments a member belongs to, and with that which chats a narrow role of theirs sees. */
export const setDepartments = guard
  .may('team.departments', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { memberId, departmentIds, expected } }): Promise<{ memberId: string }> => {
    const member = await heldMember(ctx.tx, ctx.actor.accountId, memberId, ctx.catalogue)
    if (expected && !same(new Set(expected), member.departmentIds))
      refuse(
        'CONFLICT',
        `${member.name} is in other departments by now: somebody has changed it in between. Look at it again.`,
      )
    if (await place(ctx, member, departmentIds)) await ctx.emit(news('members'), news('departments'))
    return { memberId }
  })

const same = (expected: ReadonlySet<string>, now: readonly string[]): boolean =>
  expected.size === now.length && now.every((id) => expected.has(id))
