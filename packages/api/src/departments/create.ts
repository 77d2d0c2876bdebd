import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { news } from '../rows/news.ts'
import { mustBeFree, name } from './name.ts'
import { says } from './says.ts'

/** Makes a department. Nobody belongs to it yet. */
export const create = guard
  .may('team.departments', { lock: 'team' })
  .input(z.strictObject({ name }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { name } }) => {
    const departmentId = randomUUID()
    await mustBeFree(tx, actor.accountId, name, null)
    await tx.insertInto('department').values({ account_id: actor.accountId, id: departmentId, name }).execute()
    await audit(says.create, { kind: 'department', id: departmentId }, { department: name })
    await emit(news('departments'))
    return { departmentId }
  })
