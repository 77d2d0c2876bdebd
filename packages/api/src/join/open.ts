import { type Tables, teamTurn } from '@rolecall/db'
import { has, holdingOf, lacking, reachOfDepartments, rules } from '@rolecall/permissions'
import type { ExpressionBuilder } from 'kysely'
import type { AnyoneContext } from '../guard/context.ts'
import { refuse } from '../refuse/errors.ts'
import { departmentsThatAre } from '../rows/departments.ts'
import { accountIn, hashOf } from '../rows/invite-token.ts'
import { roleAllowance } from '../rows/locked-roles.ts'
import { heldMembers } from '../rows/member.ts'

const gone = (): never =>
  refuse('NOT_FOUND', 'This invitation is not good any more. Ask whoever invited you for a new one.')

/**
 * The invitation that a link opens, its row locked: it works once. What was true when it was sent need not be true now,
 * so it is asked again: it has not ended, whoever sent it is still on the team and may still hand out this role with
 * these departments, and the plan has not locked it. Whatever is wrong, the answer is the same.
 */
export async function openInvitation(ctx: AnyoneContext, token: string) {
  const accountId = accountIn(token)
  if (accountId === null) return gone()
  await ctx.enter(accountId)
  // The team's turn: nobody demotes the inviter, and nobody deletes the role, between the question and the commit.
  await teamTurn(ctx.tx, accountId)
  const { tx, catalogue } = ctx
  const invite = await tx
    .selectFrom('invite')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(ofToken(token))
    .forUpdate()
    .executeTakeFirst()
  if (!invite || invite.accepted_at || invite.revoked_at || invite.expires_at <= new Date()) return gone()
  const [inviter] = invite.invited_by ? await heldMembers(tx, accountId, [invite.invited_by], catalogue) : []
  const role = await tx
    .selectFrom('role')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', invite.role_id)
    .executeTakeFirstOrThrow()
  if (!inviter || inviter.status !== 'active') return gone()
  const departmentIds = await departmentsThatAre(tx, accountId, invite.department_ids)
  const offer = {
    role: holdingOf(role, [], departmentIds, catalogue).now,
    departments: reachOfDepartments(departmentIds),
  }
  const { lasting } = inviter
  if (!has(lasting.grants, 'team.invite') || lacking(lasting, rules.accept(offer)) !== null) return gone()
  const allowance = await roleAllowance(tx, accountId)
  if (allowance.locked.has(role.id)) return gone()
  // The letter went to the address; the link that the inviter was shown may have gone anywhere.
  const proven = invite.letter_hash === hashOf(token)
  return { accountId, invite, role, departmentIds, inviter, proven }
}

/** Whom an invitation is for, before anything is decided: nothing is held, and it may be gone when it is opened. */
export async function peek(ctx: AnyoneContext, token: string): Promise<{ accountId: string; email: string }> {
  const accountId = accountIn(token)
  if (accountId === null) return gone()
  await ctx.enter(accountId)
  const invite = await ctx.tx
    .selectFrom('invite')
    .select('email')
    .where('account_id', '=', accountId)
    .where(ofToken(token))
    .executeTakeFirst()
  return invite ? { accountId, email: invite.email } : gone()
}

const ofToken =
  (token: string) =>
  ({ eb, or }: ExpressionBuilder<Tables, 'invite'>) =>
    or([eb('token_hash', '=', hashOf(token)), eb('letter_hash', '=', hashOf(token))])
