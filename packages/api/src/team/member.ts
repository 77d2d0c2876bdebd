import { has } from '@rolecall/permissions'
import type { MemberDetail } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { notFound } from '../refuse/errors.ts'
import { grantRows, toGrant } from '../rows/extra-grant.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { heldBy } from '../rows/member.ts'
import { canOf } from '../rows/permission.ts'
import { memberRows, toMember } from './member-rows.ts'

/** One member, with what they hold beside their role and the programs that act for them. */
export const member = guard
  .may('team.view')
  .input(z.strictObject({ memberId: id }))
  .query(async ({ ctx, input: { memberId } }): Promise<MemberDetail> => {
    const { tx, actor, catalogue } = ctx
    const row = await memberRows(tx, actor.accountId).where('member.id', '=', memberId).executeTakeFirst()
    if (!row) return notFound()
    const { now } = heldBy(row, catalogue)
    const extra = await grantRows(tx, actor.accountId).where('held.member_id', '=', memberId).execute()
    const tokens = await tx
      .selectFrom('api_token')
      .select(['id', 'name', 'hint', 'permissions', 'last_used_at', 'expires_at'])
      .where('account_id', '=', actor.accountId)
      .where('member_id', '=', memberId)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`clock_timestamp()`)]))
      .orderBy('name')
      .execute()
    const { seen } = await tx
      .selectFrom('permission_use')
      .select(({ fn }) => fn.max('last_used_at').as('seen'))
      .where('account_id', '=', actor.accountId)
      .where('member_id', '=', memberId)
      .executeTakeFirstOrThrow()
    return {
      ...(await toMember(row, ctx, actingOf(ctx))),
      extra: extra.map((one) => toGrant(one, catalogue)),
      tokens: tokens.map(({ last_used_at, expires_at, permissions, ...token }) => ({
        ...token,
        // It does what it was made for, as far as its owner may.
        permissions: permissions.map((name) => ({
          ...canOf(catalogue, name),
          works: has<string>(now.grants, name),
        })),
        lastUsedAt: last_used_at?.toISOString() ?? null,
        until: expires_at?.toISOString() ?? null,
      })),
      lastSeenAt: (seen as Date | null)?.toISOString() ?? null,
    }
  })
