import type { Tx } from '@rolecall/db'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Scope } from '../guard/scope.ts'
import { id, search } from '../rows/input.ts'

const instant = z.iso.datetime().max(40)

/** Which lines of the history: each narrows it further. */
export const filter = {
  /** What the action begins with: `roles.`, `team.setRole`. */
  action: z
    .string()
    .max(60)
    .regex(/^[A-Za-z]+(\.[A-Za-z]*)?$/, 'is no action')
    .optional(),
  /** By whom. */
  actorId: id.optional(),
  /** To whom or what: as its subject, or named in it. */
  subjectId: id.optional(),
  /** Either of the two. */
  aboutId: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
  search: search.optional(),
}

export type Filter = z.infer<z.ZodObject<typeof filter>>

/**
 * The account's history behind a filter, in no order yet. What happened to chats and contacts is told to those who see
 * all of them: a line of the history knows no department.
 */
export function entries(
  tx: Tx,
  scope: Scope,
  { action, actorId, subjectId, aboutId, from, to }: Omit<Filter, 'search'>,
) {
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
  const names = (id: string) =>
    tx.selectFrom('audit_name').select('audit_id').where('account_id', '=', scope.accountId).where('id', '=', id)
  if (actorId) rows = rows.where('actor_id', '=', actorId)
  if (subjectId) {
    rows = rows.where((row) => row.or([row('subject_id', '=', subjectId), row('id', 'in', names(subjectId))]))
  }
  if (aboutId) {
    const [who, whom] = ['actor_id', 'subject_id'] as const
    rows = rows.where((row) =>
      row.or([row(who, '=', aboutId), row(whom, '=', aboutId), row('id', 'in', names(aboutId))]),
    )
  }
  if (from) rows = rows.where('at', '>=', new Date(from))
  if (to) rows = rows.where('at', '<', new Date(to))
  return rows
}

export type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]
