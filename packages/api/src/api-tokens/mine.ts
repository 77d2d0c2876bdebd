import type { ApiToken } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'

/** The tokens that act for oneself, newest first. What a token reads, nobody can show again. */
export const mine = guard
  .member()
  .input(nothing)
  .query(async ({ ctx: { tx, actor } }): Promise<ApiToken[]> => {
    const rows = await tx
      .selectFrom('api_token')
      .select(['id', 'name', 'hint', 'permissions', 'expires_at', 'created_at'])
      .where('account_id', '=', actor.accountId)
      .where('member_id', '=', actor.memberId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(({ expires_at, created_at, ...row }) => ({
      ...row,
      until: expires_at?.toISOString() ?? null,
      at: created_at.toISOString(),
    }))
  })
