import type { DeletedRole } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { limit } from '../rows/input.ts'

/** Roles that were deleted and can be restored, the one that was last saved first. */
export const deleted = guard
  .may('roles.view')
  .input(z.strictObject({ limit }).optional())
  .query(async ({ ctx: { tx, actor }, input }): Promise<DeletedRole[]> => {
    const { accountId } = actor
    const last = await tx
      .selectFrom('role_version as last')
      .select(['last.role_id', 'last.name', 'last.version'])
      .where('last.account_id', '=', accountId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('role')
              .select('role.id')
              .where('role.account_id', '=', accountId)
              .whereRef('role.id', '=', 'last.role_id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('role_version as later')
              .select('later.version')
              .where('later.account_id', '=', accountId)
              .whereRef('later.role_id', '=', 'last.role_id')
              .whereRef('later.version', '>', 'last.version'),
          ),
        ),
      )
      .orderBy('last.at', 'desc')
      .orderBy('last.role_id')
      .limit(input?.limit ?? 50)
      .execute()
    if (last.length === 0) return []
    const ids = last.map(({ role_id }) => role_id)
    const entries = await tx
      .selectFrom('audit')
      .select(['subject_id', 'at', 'actor_name'])
      .where('account_id', '=', accountId)
      .where('subject_id', 'in', ids)
      .where('action', 'in', ['roles.delete', 'roles.import'])
      .orderBy('at')
      .execute()
    const ends = new Map(entries.map((one) => [one.subject_id, one]))
    return last.map(({ role_id: id, name, version }) => {
      const end = ends.get(id)
      return { id, name, version, at: end?.at.toISOString() ?? null, by: end?.actor_name ?? null }
    })
  })
