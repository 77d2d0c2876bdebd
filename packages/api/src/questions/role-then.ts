import { diffRoles, grantsOfRole, toNames } from '@rolecall/permissions'
import type { RoleThen } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'

const instant = z.iso.datetime().max(40)

/**
 * What did the role look like then? Whole, and against today. A role that was never changed is as it was made; of one that
 * was changed, what it was before its first recorded version is not known, and since when it is, is said.
 */
export const roleThen = guard
  .may('roles.view')
  .input(z.strictObject({ roleId: id, at: instant }))
  .query(async ({ ctx: { tx, actor, catalogue }, input }): Promise<RoleThen> => {
    const { accountId } = actor
    const at = new Date(input.at)
    const columns = ['name', 'permissions', 'full_sections', 'chat_scope', 'unassigned', 'version'] as const
    const now = await tx
      .selectFrom('role')
      .select([...columns, 'preset', 'created_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', input.roleId)
      .executeTakeFirst()
    const kept = await tx
      .selectFrom('role_version')
      .select([...columns, 'at', 'by_name'])
      .where('account_id', '=', accountId)
      .where('role_id', '=', input.roleId)
      .orderBy('version', 'desc')
      .execute()
    if (!now && kept.length === 0) return notFound()
    const first = kept.at(-1)?.at ?? now?.created_at ?? null
    const since = first?.toISOString() ?? null
    const version = kept.find((one) => one.at <= at)
    const unchanged = now && kept.length === 0 && now.created_at <= at ? now : null
    const was = version ? { ...version, preset: null } : unchanged
    if (!was) return { since, was: null, change: null, gone: !now }
    const shape = ({ chat_scope, ...row }: typeof was) => ({ ...row, chats: chat_scope })
    return {
      since,
      gone: !now,
      was: {
        name: was.name,
        version: was.version,
        by: version?.by_name ?? null,
        at: version?.at.toISOString() ?? null,
        grants: toNames<string>(grantsOfRole(was, catalogue)),
        chats: was.chat_scope,
        unassigned: was.unassigned,
      },
      change: now ? diffRoles(shape(was), shape(now), catalogue) : null,
    }
  })
