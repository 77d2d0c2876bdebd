import type { RolesPlan } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../../guard/guard.ts'
import { editorOf } from '../editor.ts'
import { says } from '../says.ts'
import { carryOut } from './carry-out.ts'
import { document } from './document.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'not a digest')

/** Applies a file of roles. Without `digest` nothing is written: the answer says what would happen. */
export const importRoles = guard
  .may('roles.manage', { lock: 'team' })
  .input(z.strictObject({ document, digest: digest.nullable(), prune: z.boolean() }))
  .mutation(async ({ ctx, input }): Promise<RolesPlan> => {
    const { plan, entries, events } = await carryOut(editorOf(ctx), input)
    for (const { roleId, detail } of entries) await ctx.audit(says.import, { kind: 'role', id: roleId }, detail)
    await ctx.emit(...events)
    return plan
  })
