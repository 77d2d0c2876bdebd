import { holdingOf, reachOfDepartments, rules } from '@rolecall/permissions'
import type { InviteLink } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'
import { hashOf, inviteDays, newInviteToken } from '../rows/invite-token.ts'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'
import { linkTo } from '../work/link.ts'

/** What an invitation gives. */
interface Offer {
  roleId: string
  /** Departments that there are. */
  departmentIds: readonly string[]
}

/**
 * The role that somebody is invited to, where the caller may do this with the invitation.
 * @throws NOT_FOUND, PERMISSION_MISSING, NOT_NOW
 */
export async function offered(
  ctx: MemberContext,
  act: 'invite' | 'resend' | 'revoke',
  { roleId, departmentIds }: Offer,
) {
  const { tx, actor, catalogue } = ctx
  const role = await tx
    .selectFrom('role')
    .select(['id', 'name', 'preset', 'permissions', 'full_sections', 'chat_scope', 'unassigned'])
    .where('account_id', '=', actor.accountId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  if (!role) return notFound()
  const invitation = {
    role: holdingOf(role, [], departmentIds, catalogue).now,
    departments: reachOfDepartments(departmentIds),
  }
  const demand = rules[act](invitation)
  await mustBeAllowed(actingOf(ctx), { demand, what: 'This role', member: null, permission: 'team.departments' })
  mustBeOpen(await roleAllowance(tx, actor.accountId), roleId)
  return role
}

/** The two secrets of an invitation, readable this once: one for the letter, which proves the mailbox, and one to show. */
export function fresh({ actor, url }: MemberContext) {
  const [shown, mailed] = [newInviteToken(actor.accountId), newInviteToken(actor.accountId)]
  const until = new Date(Date.now() + inviteDays * 86_400_000)
  const linkOf = (token: string) => linkTo(url, `console/join#${token}`)
  return {
    columns: {
      token_hash: hashOf(shown),
      letter_hash: hashOf(mailed),
      invited_by: actor.memberId,
      expires_at: until,
    },
    link: linkOf(shown),
    inLetter: linkOf(mailed),
    until: until.toISOString(),
  }
}

/** Sends the letter with the commit, and answers with the link to show. */
export async function sendInvite(
  ctx: MemberContext,
  to: { inviteId: string; email: string; role: string },
  { link, inLetter, until }: Pick<InviteLink, 'link' | 'until'> & { inLetter: string },
): Promise<InviteLink> {
  const { name } = await ctx.tx
    .selectFrom('account')
    .select('name')
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirstOrThrow()
  const mailed = ctx.letter({
    to: to.email,
    subject: 'You are invited to a team on Rolecall',
    text: `${ctx.actor.name} invites you to the team of ${name}, as ${to.role}.\n\nAccept here, within ${inviteDays} days:\n${inLetter}\n\nThe link works once, and for this address only. If you do not know what this is about, ignore this letter.\n`,
  })
  return { inviteId: to.inviteId, link, until, mailed }
}
