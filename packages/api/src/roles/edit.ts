import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { checked, draft } from './draft.ts'
import { editorOf } from './editor.ts'
import { roleToChange, version } from './role.ts'
import { saveRole } from './save.ts'
import { says } from './says.ts'

/** Saves a role over the `version` that its editor was opened with. */
export const edit = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ roleId: id, version, draft }))
  .mutation(async ({ ctx, input }): Promise<{ version: number }> => {
    const role = await roleToChange(ctx.tx, ctx.actor.accountId, input.roleId, input.version)
    const { version, detail, events } = await saveRole(editorOf(ctx), role, checked(ctx.catalogue, input.draft))
    if (version !== role.version) {
      await ctx.audit(says.edit, { kind: 'role', id: role.id }, detail)
      await ctx.emit(...events)
    }
    return { version }
  })
