import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { lockDepartment } from './lock.ts'
import { mustBeFree, name } from './name.ts'
import { says } from './says.ts'

export const rename = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ departmentId: id, name }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { departmentId, name } }) => {
    const from = await lockDepartment(tx, actor.accountId, departmentId)
    if (from === name) return { departmentId }
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
