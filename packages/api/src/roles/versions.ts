import type { RoleVersionTable } from '@rolecall/db'
import { diffRoles } from '@rolecall/permissions'
import type { RoleVersion } from '@rolecall/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id, limit } from '../rows/input.ts'
import { draftOf, scopedOf } from './draft.ts'
import { version } from './role.ts'

/** How a role came to be what it is, newest first; `before`: those older than this version. A deleted one's too. */
export const versions = guard
  .may('roles.view')
  .input(z.strictObject({ roleId: id, before: version.optional(), limit }))
  .query(async ({ ctx: { tx, actor, catalogue }, input: { roleId, before, limit } }): Promise<RoleVersion[]> => {
    const rows = await tx
      .selectFrom('role_version')
      .selectAll()
      .where('account_id', '=', actor.accountId)
      .where('role_id', '=', roleId)
      .$if(before !== undefined, (older) => older.where('version', '<', before ?? 0))
      .orderBy('version', 'desc')
      .limit(limit + 1)
      .execute()
    if (rows.length === 0 && !(await exists())) return notFound()
    return rows.slice(0, limit).map((row, n) => {
      const former = rows[n + 1]
      return {
        version: row.version,
        at: row.at.toISOString(),
        by: row.by_name,
        draft: draftOf(row),
        change: former ? diffRoles(scoped(former), scoped(row), catalogue) : null,
      }
    })

    async function exists() {
      const role = await tx
        .selectFrom('role')
        .select('id')
        .where('account_id', '=', actor.accountId)
        .where('id', '=', roleId)
        .executeTakeFirst()
      return role !== undefined
    }
  })

const scoped = (row: Selectable<RoleVersionTable>) => scopedOf({ ...row, preset: null })
