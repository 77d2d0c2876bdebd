import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { lockDepartment } from './lock.ts'
import { mustBeFree, name } from './name.ts'
import { says } from './says.ts'

/** `expected`: how it was called when it was decided. Another name by now is refused: nothing else is taken back. */
export const rename = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ departmentId: id, name, expected: name.optional() }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { departmentId, name, expected } }) => {
    const from = await lockDepartment(tx, actor.accountId, departmentId)
    if (from === name) return { departmentId }
    if (expected !== undefined && expected !== from)
      refuse('CONFLICT', `This department is called ${from} by now. Look at it again.`)
    await mustBeFree(tx, actor.accountId, name, departmentId)
    await tx
      .updateTable('department')
      .set({ name, name_tie: 0 })
      .where('account_id', '=', actor.accountId)
      .where('id', '=', departmentId)
      .execute()
    const department = { kind: 'department', id: departmentId }
    await audit(says.rename, department, { department: name, from, to: name }, { to: department })
    await emit(news('departments'))
    return { departmentId }
  })
