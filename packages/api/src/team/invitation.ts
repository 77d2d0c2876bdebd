import { holdingOf, reachOfDepartments, rules } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'
import { hashOf, inviteDays, joinLink, newInviteToken } from '../rows/invite-token.ts'
import { mustBeOpen, roleAllowance } from '../rows/locked-roles.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'

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

/** What is new about an invitation that is made or sent again, and the link to show, readable this once. */
export function fresh({ actor, url }: MemberContext) {
  const shown = newInviteToken(actor.accountId)
  const until = new Date(Date.now() + inviteDays * 86_400_000)
  return {
    columns: {
      token_hash: hashOf(shown),
      // The letter has a link of its own, which proves the mailbox, and makes it when it is sent (letter.ts).
      letter_hash: null,
      invited_by: actor.memberId,
      expires_at: until,
    },
    link: joinLink(url, shown),
    until: until.toISOString(),
  }
}
