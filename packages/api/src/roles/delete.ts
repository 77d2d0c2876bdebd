import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { editorOf } from './editor.ts'
import { removeRole } from './remove.ts'
import { roleOf, roleToChange, version } from './role.ts'
import { says } from './says.ts'

/** Deletes a role as it was last seen. Whoever holds it, or is invited to it, gets the replacement. */
export const deleteRole = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ roleId: id, version, replacementId: id.nullable() }))
  .mutation(async ({ ctx, input }): Promise<{ roleId: string }> => {
    const { tx, actor } = ctx
    const { replacementId } = input
    const role = await roleToChange(tx, actor.accountId, input.roleId, input.version)
    const replacement = replacementId === null ? null : await roleOf(tx, actor.accountId, replacementId)
    const { detail, events } = await removeRole(editorOf(ctx), role, replacement)
    await ctx.audit(says.delete, { kind: 'role', id: role.id }, detail, {
      ...(detail.replacement !== null && replacement && { replacement: { kind: 'role', id: replacement.id } }),
    })
    await ctx.emit(...events)
    return { roleId: role.id }
  })
