import { closeUpwards, grantsOf, grantsOfRole, has } from '@rolecall/permissions'
import type { WhoGave } from '@rolecall/protocol'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { grantRows, toGrant } from '../rows/extra-grant.ts'
import { id } from '../rows/input.ts'
import { heldMember } from '../rows/member.ts'
import { labelled, mustExist, permission } from '../rows/permission.ts'

/** What puts a role on a member; the newest of these is how they came to theirs. */
const ways = ['team.setRole', 'access.give', 'access.grant', 'join.accept', 'setup.create']

/**
 * Who gave them this? By each way that they have it: who gave them the role, and since which version the role has it; who
 * gave it beside the role. From the records of then: what happened before there were any has nobody's name.
 */
export const whoGave = guard
  .may('roles.view', { cost: 5 })
  .input(z.strictObject({ memberId: id, permission }))
  .query(async ({ ctx: { tx, actor, catalogue }, input }): Promise<WhoGave> => {
    mustExist(catalogue, input.permission)
    const { accountId } = actor
    const member = await heldMember(tx, accountId, input.memberId, catalogue)
    const gives = member.extra.filter(({ role, permission }) =>
      has<string>(
        role ? grantsOfRole(role, catalogue) : closeUpwards(grantsOf<string>([permission ?? ''], catalogue.bits)),
        input.permission,
      ),
    )
    const rows = await grantRows(tx, accountId).where('held.member_id', '=', member.id).execute()
    const beside = rows
      .map((row) => toGrant(row, catalogue))
      .filter((one) =>
        gives.some(({ role, permission }) =>
          one.role ? role?.name === one.role.name : permission === one.permission?.name,
        ),
      )
    const answer: WhoGave = {
      member: { id: member.id, name: member.name },
      permission: labelled(catalogue, input.permission),
      role: null,
      beside: beside.map(({ id, role, by, since, until, reason }) => ({ id, role, by, since, until, reason })),
    }
    if (!has<string>(grantsOfRole(member.role, catalogue), input.permission)) return answer
    const came = await tx
      .selectFrom('audit')
      .select(['at', 'actor_name', 'action'])
      .where('account_id', '=', accountId)
      .where('subject_id', '=', member.id)
      .where('action', 'in', ways)
      .where((entry) =>
        entry.or([
          entry('action', 'not in', ['access.give', 'access.grant']),
          // For good, in the place of their own.
          entry.exists(
            entry
              .selectFrom('audit_name')
              .select('audit_name.key')
              .whereRef('audit_name.account_id', '=', 'audit.account_id')
              .whereRef('audit_name.audit_id', '=', 'audit.id')
              .where('audit_name.key', '=', 'from'),
          ),
        ]),
      )
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const versions = await tx
      .selectFrom('role_version')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('role_id', '=', member.role.id)
      .orderBy('version', 'desc')
      .limit(200)
      .execute()
    const without = versions.findIndex(
      (one) => !has<string>(grantsOfRole({ ...one, preset: null }, catalogue), input.permission),
    )
    const first = without < 0 ? versions.at(-1) : versions[without - 1]
    return {
      ...answer,
      role: {
        id: member.role.id,
        name: member.role.name,
        given: came ? { by: came.actor_name, at: came.at.toISOString(), joined: came.action === 'join.accept' } : null,
        has: first ? { version: first.version, by: first.by_name, at: first.at.toISOString() } : null,
      },
    }
  })
