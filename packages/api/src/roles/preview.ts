import { randomUUID } from 'node:crypto'
import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { draft } from './draft.ts'
import { lookedAt } from './looked-at.ts'
import { says } from './says.ts'

const lastsMs = 3_600_000
const atOnce = 5

const input = z
  .strictObject({
    roleId: id.nullable(),
    draft: draft.nullable(),
    /** As this member: with their role, what they have beside it, and their departments. */
    memberId: id.nullable().default(null),
    /** In these departments; null: in one's own. */
    departmentIds: z.array(id).max(100).nullable().default(null),
  })
  .refine((one) => [one.roleId, one.draft, one.memberId].filter((what) => what !== null).length === 1, {
    path: ['roleId'],
    message: 'give either a role, a draft or a member',
  })
  .refine((one) => one.memberId === null || one.departmentIds === null, {
    path: ['departmentIds'],
    message: 'a member is in departments of their own',
  })

/**
 * Starts a look at the console through a role, saved or not, or as a member: whoever sends the id along is treated as its
 * holder, within what they may do themselves, and changes nothing (actor.ts, admit.ts). It ends after an hour.
 */
export const preview = guard
  .may('roles.view')
  .input(input)
  .mutation(async ({ ctx, input }): Promise<{ previewId: string; until: string }> => {
    const { tx, actor } = ctx
    const { role, label, departmentIds, extra, subject } = await lookedAt(ctx, input)
    await makeRoom(tx, actor.accountId, actor.memberId)
    const [previewId, until] = [randomUUID(), new Date(Date.now() + lastsMs)]
    await tx
      .insertInto('role_preview')
      .values({
        account_id: actor.accountId,
        id: previewId,
        member_id: actor.memberId,
        ...role,
        department_ids: departmentIds && [...departmentIds],
        extra: extra && JSON.stringify(extra),
        label,
        expires_at: until,
      })
      .execute()
    await ctx.audit(says.preview, subject, { role: role.name, draft: input.draft !== null, label })
    return { previewId, until: until.toISOString() }
  })

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
