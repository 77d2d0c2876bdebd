import { sql } from 'kysely'
import type { MemberContext } from '../guard/context.ts'

/**
 * Why this address cannot be invited: somebody on the team has it, or an invitation is open; null: it can. An invitation
 * of it that has run out makes room.
 */
export async function whyNotNew({ tx, actor }: MemberContext, email: string): Promise<string | null> {
  const member = await tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select('member.status')
    .where('member.account_id', '=', actor.accountId)
    .where(sql`lower(identity_user.email)`, '=', email)
    .executeTakeFirst()
  if (member) {
    const back = member.status === 'deactivated' ? ' They are deactivated: reactivate them instead.' : ''
    return `Somebody on the team has this email already.${back}`
  }
  const open = await tx
    .selectFrom('invite')
    .select(['id', 'expires_at'])
    .where('account_id', '=', actor.accountId)
    .where(sql`lower(email)`, '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!open) return null
  if (open.expires_at > new Date()) return 'This address has an open invitation already. Send that one again instead.'
  await tx
    .updateTable('invite')
    .set({ revoked_at: new Date() })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', open.id)
    .execute()
  return null
}
