import { hashOf, inviteDays, joinLink, newInviteToken } from '../rows/invite-token.ts'
import type { Compose } from '../work/post.ts'

/** The letter of an invitation that is still open, with a link that only this letter has: it proves the mailbox. */
export const inviteLetter: Compose = async ({ tx, accountId, about: inviteId, url }) => {
  const invite = await tx
    .selectFrom('invite')
    .innerJoin('account', 'account.id', 'invite.account_id')
    .innerJoin('role', (join) =>
      join.onRef('role.account_id', '=', 'invite.account_id').onRef('role.id', '=', 'invite.role_id'),
    )
    .innerJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'invite.account_id').onRef('member.id', '=', 'invite.invited_by'),
    )
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select(['invite.email', 'account.name as team', 'role.name as role', 'identity_user.name as from'])
    .where('invite.account_id', '=', accountId)
    .where('invite.id', '=', inviteId)
    .where('invite.accepted_at', 'is', null)
    .where('invite.revoked_at', 'is', null)
    .where('invite.expires_at', '>', new Date())
    .executeTakeFirst()
  if (!invite) return null
  const token = newInviteToken(accountId)
  await tx
    .updateTable('invite')
    .set({ letter_hash: hashOf(token) })
    .where('account_id', '=', accountId)
    .where('id', '=', inviteId)
    .execute()
  return {
    to: invite.email,
    subject: 'You are invited to a team on Rolecall',
    text: `${invite.from} invites you to the team of ${invite.team}, as ${invite.role}.\n\nAccept here, within ${inviteDays} days:\n${joinLink(url, token)}\n\nThe link works once, and for this address only. If you do not know what this is about, ignore this letter.\n`,
  }
}
