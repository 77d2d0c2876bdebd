import { randomUUID } from 'node:crypto'
import type { InviteLink } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import type { MemberContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { notFound, refuse } from '../refuse/errors.ts'
import { email, id } from '../rows/input.ts'
import { news } from '../rows/news.ts'
import { count } from '../work/limits.ts'
import { fresh, offered } from './invitation.ts'
import { says } from './says.ts'

const input = z.strictObject({ email, roleId: id, departmentIds: z.array(id).max(100) })

/** More would be somebody who writes to strangers in our name. */
const limit = { name: 'invite', max: 100, minutes: 60 }

/** Invites somebody by email, with a role no wider than one's own. The link comes back too, to be passed on by hand. */
export const invite = guard
  .may('team.invite', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input: { roleId, ...asked } }): Promise<InviteLink> => {
    const { tx, actor } = ctx
    const account_id = actor.accountId
    const email = asked.email.toLowerCase()
    const departmentIds = await departments(ctx, asked.departmentIds)
    const role = await offered(ctx, 'invite', { roleId, departmentIds })
    await mustBeNew(ctx, email)
    await count({ db: tx }, limit, 'account', account_id)
    const { columns, ...out } = fresh(ctx)
    const inviteId = randomUUID()
    await tx
      .insertInto('invite')
      .values({ account_id, id: inviteId, email, role_id: roleId, department_ids: departmentIds, ...columns })
      .execute()
    await ctx.audit(
      says.invite,
      { kind: 'invite', id: inviteId },
      { email, role: role.name },
      { role: { kind: 'role', id: role.id } },
    )
    await ctx.emit(news('invites'))
    return { inviteId, ...out, mailed: await ctx.letter('invite', inviteId) }
  })

/** Each once. @throws NOT_FOUND where there is none of one of them */
async function departments({ tx, actor }: MemberContext, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await tx
    .selectFrom('department')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .where('id', 'in', wanted)
    .execute()
  return found.length < wanted.length ? notFound() : wanted
}

async function mustBeNew({ tx, actor }: MemberContext, email: string): Promise<void> {
  const member = await tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select('member.status')
    .where('member.account_id', '=', actor.accountId)
    .where(sql`lower(identity_user.email)`, '=', email)
    .executeTakeFirst()
  if (member) {
    const back = member.status === 'deactivated' ? ' They are deactivated: reactivate them instead.' : ''
    refuse('CONFLICT', `Somebody on the team has this email already.${back}`)
  }
  const open = await tx
    .selectFrom('invite')
    .select(['id', 'expires_at'])
    .where('account_id', '=', actor.accountId)
    .where(sql`lower(email)`, '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!open) return
  if (open.expires_at > new Date()) {
    refuse('CONFLICT', 'This address has an open invitation already. Send that one again instead.')
  }
  await tx
    .updateTable('invite')
    .set({ revoked_at: new Date() })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', open.id)
    .execute()
}
