import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { describeRole, description } from './describe-role.ts'
import { roleOf } from './role.ts'
import { says } from './says.ts'

/** Says what a role is for, in words. A default role can have some too. */
export const describe = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ roleId: id, description }))
  .mutation(async ({ ctx: { tx, actor, audit, emit }, input: { roleId, description } }) => {
    const { accountId } = actor
    const detail = await describeRole({ tx, accountId }, await roleOf(tx, accountId, roleId), description)
    if (!detail) return { roleId }
    await audit(says.describe, { kind: 'role', id: roleId }, detail)
    await emit(news('roles'))
    return { roleId }
  })
