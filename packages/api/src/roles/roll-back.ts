import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { draftOf, known } from './draft.ts'
import { editorOf } from './editor.ts'
import { roleToChange, version } from './role.ts'
import { saveRole } from './save.ts'
import { says } from './says.ts'

/** Makes a role again what it was in an earlier version, as a new version: nothing of the history goes. */
export const rollBack = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ roleId: id, version, to: version }))
  .mutation(async ({ ctx, input }): Promise<{ version: number }> => {
    const { tx, actor, catalogue } = ctx
    const role = await roleToChange(tx, actor.accountId, input.roleId, input.version)
    if (input.to === role.version) return { version: role.version }
    const earlier = await tx
      .selectFrom('role_version')
      .select(['name', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
      .where('account_id', '=', actor.accountId)
      .where('role_id', '=', role.id)
      .where('version', '=', input.to)
      .executeTakeFirst()
    if (!earlier) return notFound()
    const { version, detail, events } = await saveRole(editorOf(ctx), role, known(catalogue, draftOf(earlier)))
    if (version !== role.version) {
      await ctx.audit(says.rollBack, { kind: 'role', id: role.id }, { ...detail, to: input.to })
      await ctx.emit(...events)
    }
    return { version }
  })
