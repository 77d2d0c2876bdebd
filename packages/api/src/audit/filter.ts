import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Scope } from '../guard/scope.ts'
import { id, search } from '../rows/input.ts'
import { holds } from '../rows/like.ts'

const instant = z.iso.datetime().max(40)

/** Which lines of the history: each narrows it further. */
export const filter = {
  /** What the action begins with: `roles.`, `team.setRole`. */
  action: z
    .string()
    .max(60)
    .regex(/^[A-Za-z]+(\.[A-Za-z]*)?$/, 'is no action')
    .optional(),
  actorId: id.optional(),
  subjectId: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
  search: search.optional(),
}

export type Filter = z.infer<z.ZodObject<typeof filter>>

/**
 * The account's history behind a filter, in no order yet. What happened to chats and contacts is told to those who see
 * all of them: a line of the history knows no department.
 */
export function entries(tx: Tx, scope: Scope, { action, actorId, subjectId, from, to, search }: Filter) {
  let rows = tx
    .selectFrom('audit')
    .select([
      'id',
      'at',
      'actor_kind',
      'actor_id',
      'actor_name',
      'action',
      'subject_kind',
      'subject_id',
      'detail',
      'ip',
      'token_name',
    ])
    .where('account_id', '=', scope.accountId)
  if (!scope.reach.all) rows = rows.where('subject_kind', 'not in', ['chat', 'contact'])
  if (action) rows = rows.where(sql<boolean>`starts_with(action, ${action})`)
  if (actorId) rows = rows.where('actor_id', '=', actorId)
  if (subjectId) rows = rows.where('subject_id', '=', subjectId)
  if (from) rows = rows.where('at', '>=', new Date(from))
  if (to) rows = rows.where('at', '<', new Date(to))
  if (search) {
    const places = [sql.ref('actor_name'), sql.ref('action'), sql`detail::text`]
    rows = rows.where(({ or }) => or(places.map((place) => holds(place, search))))
  }
  return rows
}
