import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { addRole } from './add.ts'
import { checked, draft } from './draft.ts'
import { editorOf } from './editor.ts'
import { roleOf } from './role.ts'
import { mustHaveRoom } from './room.ts'
import { says } from './says.ts'

/** Makes a role, from scratch or as a copy of another (`from`, which is only written down). */
export const create = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ draft, from: id.nullable() }))
  .mutation(async ({ ctx, input }): Promise<{ roleId: string; version: number }> => {
    const from = input.from === null ? null : await roleOf(ctx.tx, ctx.actor.accountId, input.from)
    await mustHaveRoom(ctx)
    const { roleId, detail, events } = await addRole(editorOf(ctx), checked(ctx.catalogue, input.draft))
    await ctx.audit(says.create, { kind: 'role', id: roleId }, { ...detail, from: from?.name ?? null })
    await ctx.emit(...events)
    return { roleId, version: 1 }
  })
