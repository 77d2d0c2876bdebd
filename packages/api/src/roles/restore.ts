import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { id, line } from '../rows/input.ts'
import { addRole } from './add.ts'
import { draftOf, known } from './draft.ts'
import { editorOf } from './editor.ts'
import { version } from './role.ts'
import { mustHaveRoom } from './room.ts'
import { says } from './says.ts'

/** `to`: which version, the last one where it is left out. `name`: another one, where its own is taken by now. */
const input = z.strictObject({ roleId: id, to: version.optional(), name: line(100).optional() })

/**
 * Makes a deleted role again from its versions, as the next of them and under its old id. It is a new role to the rules and
 * to the plan, and nobody holds it: what its holders became when it was deleted they stay.
 */
export const restore = guard
  .may('roles.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { roleId, to, name } }): Promise<{ roleId: string; version: number }> => {
    const { tx, actor, catalogue } = ctx
    const there = await tx
      .selectFrom('role')
      .select('id')
      .where('account_id', '=', actor.accountId)
      .where('id', '=', roleId)
      .executeTakeFirst()
    if (there) refuse('CONFLICT', 'This role is there. Roll it back to an earlier version instead.')
    const versions = await tx
      .selectFrom('role_version')
      .select(['version', 'name', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
      .where('account_id', '=', actor.accountId)
      .where('role_id', '=', roleId)
      .orderBy('version', 'desc')
      .execute()
    const [last] = versions
    const then = to === undefined ? last : versions.find((one) => one.version === to)
    if (!last || !then) return notFound()
    await mustHaveRoom(ctx)
    const draft = known(catalogue, draftOf(then))
    const next = { roleId, version: last.version + 1 }
    const { detail, events } = await addRole(editorOf(ctx), { ...draft, name: name ?? draft.name }, next)
    await ctx.audit(says.restore, { kind: 'role', id: roleId }, { ...detail, to: then.version })
    await ctx.emit(...events)
    return next
  })
