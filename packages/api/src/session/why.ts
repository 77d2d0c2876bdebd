import {
  closeUpwards,
  decide,
  type Grants,
  grantsOf,
  grantsOfRole,
  has,
  mayChangeRole,
  union,
} from '@rolecall/permissions'
import type { Why } from '@rolecall/protocol'
import { z } from 'zod'
import { askerOf } from '../guard/actor.ts'
import { labelOf } from '../guard/deny.ts'
import { guard, type MemberContext } from '../guard/guard.ts'
import { refuse } from '../refuse/errors.ts'

const input = z.strictObject({ permission: z.string().max(100) })
const shown = 20

/** Why a permission is missing, and who holds it and may give it: they need all that the asker would then have. */
export const why = guard
  .member()
  .input(input)
  .query(async ({ ctx, input: { permission } }): Promise<Why> => {
    const { tx, actor, catalogue } = ctx
    if (!catalogue.bits.at.has(permission)) {
      refuse('INVALID_INPUT', 'There is no such permission. Check its spelling.', {
        fields: [{ path: 'permission', message: 'not a permission' }],
      })
    }
    const decision = decide(askerOf(actor), permission)
    const before = actor.grants as Grants<string>
    const after = union(before, closeUpwards(grantsOf<string>([permission], catalogue.bits)))
    const roles = await tx.selectFrom('role').selectAll().where('account_id', '=', actor.accountId).execute()
    const senior = roles.filter((role) => {
      const mine = grantsOfRole(role, catalogue) as Grants<string>
      return has(mine, 'team.manage') && mayChangeRole({ mine, theirsBefore: before, theirsAfter: after }).allowed
    })
    return {
      permission,
      label: labelOf(catalogue, permission),
      allowed: decision.allowed,
      role: actor.role.name,
      granters:
        decision.allowed || senior.length === 0
          ? []
          : await holders(
              ctx,
              senior.map(({ id }) => id),
            ),
    }
  })

const holders = ({ tx, actor }: MemberContext, roleIds: string[]) =>
  tx
    .selectFrom('member')
    .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
    .select(['member.id', 'identity_user.name'])
    .where('member.account_id', '=', actor.accountId)
    .where('member.status', '=', 'active')
    .where('member.id', '<>', actor.memberId)
    .where('member.role_id', 'in', roleIds)
    .orderBy('identity_user.name')
    .orderBy('member.id')
    .limit(shown)
    .execute()
