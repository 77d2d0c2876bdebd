import { randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { checked, draft, rowOf } from './draft.ts'
import { says } from './says.ts'

const lastsMs = 3_600_000
const atOnce = 5

const input = z
  .strictObject({ roleId: id.nullable(), draft: draft.nullable() })
  .refine((one) => (one.roleId === null) !== (one.draft === null), {
    path: ['roleId'],
    message: 'give either a role or a draft',
  })

/**
 * Starts a look at the console through a role, saved or not: whoever sends the id along is treated as its holder, within
 * what they may do themselves, and changes nothing (actor.ts, admit.ts). It ends after an hour.
 */
export const preview = guard
  .may('roles.view')
  .input(input)
  .mutation(async ({ ctx, input }): Promise<{ previewId: string; until: string }> => {
    const { tx, actor, catalogue } = ctx
    const role = input.draft ? rowOf(checked(catalogue, input.draft)) : await saved(tx, actor.accountId, input.roleId)
    await makeRoom(tx, actor.accountId, actor.memberId)
    const [previewId, until] = [randomUUID(), new Date(Date.now() + lastsMs)]
    await tx
      .insertInto('role_preview')
      .values({ account_id: actor.accountId, id: previewId, member_id: actor.memberId, ...role, expires_at: until })
      .execute()
    await ctx.audit(says.preview, { kind: 'role', id: input.roleId }, { role: role.name, draft: input.draft !== null })
    return { previewId, until: until.toISOString() }
  })

async function saved(tx: Tx, accountId: string, roleId: string | null) {
  const role = await tx
    .selectFrom('role')
    .select(['name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  return role ?? notFound()
}

/** One's own that have ended go, and the oldest beyond the limit: a tab that still shows one is told so. */
async function makeRoom(tx: Tx, accountId: string, memberId: string): Promise<void> {
  const own = tx.selectFrom('role_preview').where('account_id', '=', accountId).where('member_id', '=', memberId)
  const kept = own
    .select('id')
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(atOnce - 1)
  await tx
    .deleteFrom('role_preview')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('id', 'not in', kept)
    .execute()
}
