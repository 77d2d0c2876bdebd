import { z } from 'zod'
import { handsOn } from '../guard/actor.ts'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { id, line } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { lockDepartment } from './lock.ts'
import { says } from './says.ts'

const pages = z
  .array(line(200))
  .max(20)
  .overwrite((all) => [...new Set(all)])

/**
 * Says which pages a department answers for, by parts of their addresses (visitor/department-of.ts). Whoever sees no new
 * chats could let them come to a department of their own by this: only who sees what waits for nobody says it.
 * `expected`: which they were when it was decided. Others by now are refused, so that nothing else is taken back.
 */
export const setPages = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ departmentId: id, pages, expected: pages.optional() }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { departmentId, pages, expected } }) => {
    const { accountId } = actor
    if (handsOn(actor).reach.unassigned === 'none')
      refuse(
        'PERMISSION_MISSING',
        'This decides who sees chats that are new, and your role does not see those. Ask somebody who sees all chats.',
        { permission: 'inbox.view', role: actor.role.name },
      )
    const department = await lockDepartment(tx, accountId, departmentId)
    const { pages: from } = await tx
      .selectFrom('department')
      .select('pages')
      .where('account_id', '=', accountId)
      .where('id', '=', departmentId)
      .executeTakeFirstOrThrow()
    if (JSON.stringify(from) === JSON.stringify(pages)) return { departmentId }
    if (expected && JSON.stringify(from) !== JSON.stringify(expected))
      refuse(
        'CONFLICT',
        `The department ${department} has other pages by now: somebody has changed them in between. Look at it again.`,
      )
    await tx
      .updateTable('department')
      .set({ pages })
      .where('account_id', '=', accountId)
      .where('id', '=', departmentId)
      .execute()
    await audit(says.setPages, { kind: 'department', id: departmentId }, { department, from, to: pages })
    await emit(news('departments'))
    return { departmentId }
  })
