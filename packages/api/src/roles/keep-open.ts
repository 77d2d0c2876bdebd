import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { roleAllowance } from '../rows/locked-roles.ts'
import { news } from '../rows/news.ts'
import { counted } from '../rows/words.ts'
import { editorOf } from './editor.ts'
import { mustHold } from './must-hold.ts'
import { roleOf } from './role.ts'
import { says } from './says.ts'

const days = 30

/**
 * Chooses which custom role stays open where the plan includes fewer than there are: another one is locked for it. Once in
 * 30 days, or every role could be changed in turn.
 */
export const keepOpen = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ roleId: id }))
  .mutation(async ({ ctx, input: { roleId } }) => {
    const { tx, actor } = ctx
    const { accountId } = actor
    const role = await roleOf(tx, accountId, roleId)
    await mustHold(editorOf(ctx), role)
    const { locked, allowed } = await roleAllowance(tx, accountId)
    if (!locked.has(roleId)) return { roleId }
    if (allowed === 0) refuse('NOT_NOW', 'The plan includes no custom role: none can stay open.')
    const { last } = await tx
      .selectFrom('role')
      .select(({ fn }) => fn.max('kept_at').as('last'))
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    const again = last && new Date(last.getTime() + days * 86_400_000)
    if (again && again > new Date()) {
      const when = again.toISOString().slice(0, 10)
      refuse(
        'NOT_NOW',
        `Which role stays open was chosen less than ${counted(days, 'day')} ago. It can be chosen again on ${when}.`,
      )
    }
    await tx
      .updateTable('role')
      .set({ kept_at: new Date() })
      .where('account_id', '=', accountId)
      .where('id', '=', roleId)
      .execute()
    await ctx.audit(says.keepOpen, { kind: 'role', id: roleId }, { role: role.name })
    await ctx.emit(news('roles'))
    return { roleId }
  })
