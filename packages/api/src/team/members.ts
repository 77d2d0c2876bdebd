import type { Member, MemberPage } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { page } from '../rows/cursor.ts'
import { id, limit, search } from '../rows/input.ts'
import { holds } from '../rows/like.ts'
import { actingOf } from '../rows/may-act.ts'
import { memberRows, toMember } from './member-rows.ts'
import { follows, keys, sorts } from './sort.ts'

const input = z
  .strictObject({
    search: search.optional(),
    roleId: id.optional(),
    departmentId: id.optional(),
    status: z.enum(['active', 'deactivated']).optional(),
    sort: z.enum(sorts).optional(),
    /** The other way round. */
    descending: z.boolean().optional(),
    /** The member after whom the page begins, in that order. */
    after: id.optional(),
    limit,
  })
  .optional()

/** Everybody who is or was on the team, by name or as asked for, a page at a time. */
export const members = guard
  .may('team.view')
  .input(input)
  .query(async ({ ctx, input }): Promise<MemberPage> => {
    const { tx, actor } = ctx
    const { search, roleId, departmentId, status, sort = 'name', descending = false, after, limit = 50 } = input ?? {}
    let found = memberRows(tx, actor.accountId)
    if (search) {
      found = found.where((eb) =>
        eb.or([holds(sql.ref('identity_user.name'), search), holds(sql.ref('identity_user.email'), search)]),
      )
    }
    if (roleId) found = found.where('member.role_id', '=', roleId)
    if (status) found = found.where('member.status', '=', status)
    if (departmentId) {
      found = found.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('department_member as belongs')
            .select(sql.lit(1).as('one'))
            .whereRef('belongs.account_id', '=', 'member.account_id')
            .whereRef('belongs.member_id', '=', 'member.id')
            .where('belongs.department_id', '=', departmentId),
        ),
      )
    }
    const { total } = await found
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    if (after) found = found.where(follows(actor.accountId, sort, descending, after))
    const way = descending ? 'desc' : 'asc'
    const all = await found
      .orderBy(keys[sort], way)
      .orderBy(keys.name, way)
      .orderBy('member.id', way)
      .limit(limit + 1)
      .execute()
    const { rows, next } = page(all, limit, (row) => row.id)
    const acting = actingOf(ctx)
    const told: Member[] = []
    for (const row of rows) told.push(await toMember(row, ctx, acting))
    return { rows: told, next, total }
  })
