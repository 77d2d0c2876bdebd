import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id, line } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { roleOf } from './role.ts'
import { says } from './says.ts'

const input = z.strictObject({ roleId: id, description: z.union([z.literal(''), line(300)]) })

/** Says what a role is for, in words: they allow nothing, so they are no version of it. A default role can have some too. */
export const describe = guard
  .may('roles.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { roleId, description } }) => {
    const role = await roleOf(tx, actor.accountId, roleId)
    if (role.description === description) return { roleId }
    await tx
      .updateTable('role')
      .set({ description })
      .where('account_id', '=', actor.accountId)
      .where('id', '=', roleId)
      .execute()
    const detail = { role: role.name, from: role.description, to: description }
    await audit(says.describe, { kind: 'role', id: roleId }, detail)
    await emit(news('roles'))
    return { roleId }
  })
