import type { Put } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { heldMember } from '../rows/member.ts'
import { news } from '../rows/news.ts'
import { canPlaceBack, place } from './place.ts'

const ids = z.array(id).max(100)
const change = z.strictObject({ memberId: id, add: ids, remove: ids })
const input = z.strictObject({ changes: z.array(change).min(1).max(100) })

/** Puts several members into departments, or takes them out, each their own and all of them or nobody; the rest stays. */
export const changeDepartments = guard
  .may('team.departments', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { changes } }): Promise<Put> => {
    const put = []
    for (const { memberId, add, remove } of changes) {
      const member = await heldMember(ctx.tx, ctx.actor.accountId, memberId, ctx.catalogue)
      const wanted = [...member.departmentIds, ...add].filter((id) => !remove.includes(id))
      const one = await place(ctx, member, wanted)
      if (one) put.push(one)
    }
    if (put.length === 0) return { changed: 0, undo: false }
    await ctx.emit(news('members'), news('departments'))
    for (const one of put) if (!(await canPlaceBack(ctx, one))) return { changed: put.length, undo: false }
    return { changed: put.length, undo: true }
  })
