import { randomUUID } from 'node:crypto'
import type { InviteLink } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { notFound } from '../refuse/errors.ts'
import { count } from '../work/limits.ts'
import { fresh, offered } from './invitation.ts'
import { says } from './says.ts'

/** More would be somebody who writes to strangers in our name. */
const limit = { name: 'invite', max: 100, minutes: 60 }

export interface Offered {
  role: { id: string; name: string }
  departmentIds: string[]
}

/** What is offered to whoever is invited, where the caller may hand it out. @throws NOT_FOUND, PERMISSION_MISSING, NOT_NOW */
export async function offer(ctx: MemberContext, asked: { roleId: string; departmentIds: string[] }): Promise<Offered> {
  const departmentIds = await departments(ctx, asked.departmentIds)
  return { role: await offered(ctx, 'invite', { roleId: asked.roleId, departmentIds }), departmentIds }
}

/** Invites an address that is new here: a row, a line of the history, a letter, and the link, readable this once. */
export async function newInvite(ctx: MemberContext, email: string, { role, departmentIds }: Offered) {
  const { tx, actor } = ctx
  const account_id = actor.accountId
  await count({ db: tx }, limit, 'account', account_id)
  const { columns, ...out } = fresh(ctx)
  const inviteId = randomUUID()
  await tx
    .insertInto('invite')
    .values({ account_id, id: inviteId, email, role_id: role.id, department_ids: departmentIds, ...columns })
    .execute()
  const named = { role: { kind: 'role', id: role.id } }
  await ctx.audit(says.invite, { kind: 'invite', id: inviteId }, { email, role: role.name }, named)
  const made: InviteLink = { inviteId, ...out, mailed: await ctx.letter('invite', inviteId) }
  return made
}

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
