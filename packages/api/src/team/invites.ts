import { holdingOf, reachOfDepartments, rules } from '@rolecall/permissions'
import type { Invite } from '@rolecall/protocol'
import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '../deny.ts'
import { guard } from '../guard.ts'
import { may } from '../may.ts'
import { actingOf, whatIsMissing } from '../rows/may-act.ts'

const statuses = ['open', 'expired', 'accepted', 'revoked'] as const
const input = z.strictObject({ status: z.enum(statuses).optional() }).optional()

/** Who was invited, newest first: the last 200. */
export const invites = guard
  .may('team.view')
  .input(input)
  .query(async ({ ctx, input }): Promise<Invite[]> => {
    const { tx, actor, catalogue } = ctx
    const state = sql<Invite['status']>`case when invite.accepted_at is not null then 'accepted'
      when invite.revoked_at is not null then 'revoked'
      when invite.expires_at <= clock_timestamp() then 'expired' else 'open' end`
    let found = tx
      .selectFrom('invite')
      .innerJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'invite.account_id').onRef('role.id', '=', 'invite.role_id'),
      )
      .leftJoin('member', (join) =>
        join.onRef('member.account_id', '=', 'invite.account_id').onRef('member.id', '=', 'invite.invited_by'),
      )
      .leftJoin('identity_user', 'identity_user.id', 'member.user_id')
      .select(['invite.id', 'invite.email', 'invite.created_at', 'invite.expires_at', 'identity_user.name as by'])
      .select(['role.id as role_id', 'role.name as role_name', 'role.preset', 'role.permissions', 'role.full_sections'])
      .select(['role.chat_scope', 'role.unassigned'])
      .select([
        state.as('status'),
        sql<{ id: string; name: string }[] | null>`(
          select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.name) from department d
          where d.account_id = invite.account_id and d.id = any (invite.department_ids))`.as('departments'),
      ])
      .where('invite.account_id', '=', actor.accountId)
    if (input?.status) found = found.where(state, '=', input.status)
    const rows = await found.orderBy('invite.created_at', 'desc').orderBy('invite.id').limit(200).execute()
    const acting = actingOf(ctx)
    const cannot = `The role ${actor.role.name} does not have “${labelOf(catalogue, 'team.invite')}”.`
    const told: Invite[] = []
    for (const row of rows) {
      const departments = row.departments ?? []
      const ids = departments.map(({ id }) => id)
      const offer = { role: holdingOf(row, [], ids, catalogue).now, departments: reachOfDepartments(ids) }
      const judged = async (act: 'resend' | 'revoke') => {
        const demand = rules[act](offer)
        const why = may(actor, 'team.invite')
          ? ((await whatIsMissing(acting, { demand, what: 'This role', member: null }))?.message ?? null)
          : cannot
        return { may: why === null, why }
      }
      told.push({
        id: row.id,
        email: row.email,
        role: { id: row.role_id, name: row.role_name },
        departments,
        by: row.by,
        at: row.created_at.toISOString(),
        until: row.expires_at.toISOString(),
        status: row.status,
        resend: await judged('resend'),
        revoke: await judged('revoke'),
      })
    }
    return told
  })
