import { has } from '@rolecall/permissions'
import type { TokenOf } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { heldMembers } from '../rows/member.ts'
import { labelled } from '../rows/permission.ts'

const most = 200

/**
 * Which API tokens act for whom, with what rights? The last made first. A token may do what it carries and its owner may do
 * at this moment: `works` says of each right whether it is so.
 */
export const whichTokens = guard
  .may('roles.view', { cost: 5 })
  .input(nothing)
  .query(async ({ ctx: { tx, actor, catalogue } }): Promise<TokenOf[]> => {
    const { accountId } = actor
    const tokens = await tx
      .selectFrom('api_token')
      .select(['id', 'name', 'member_id', 'permissions', 'last_used_at', 'expires_at'])
      .where('account_id', '=', accountId)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute()
    const owners = await heldMembers(tx, accountId, [...new Set(tokens.map((one) => one.member_id))], catalogue)
    return tokens.flatMap(({ id, name, member_id, permissions, last_used_at, expires_at }) => {
      const owner = owners.find((one) => one.id === member_id)
      if (!owner) return []
      const active = owner.status === 'active'
      return {
        ...{ id, name },
        owner: { id: owner.id, name: owner.name, status: owner.status },
        rights: permissions.map((one) => ({
          name: one,
          label: labelled(catalogue, one).label,
          works: active && has<string>(owner.now.grants, one),
        })),
        lastUsedAt: last_used_at?.toISOString() ?? null,
        until: expires_at?.toISOString() ?? null,
      }
    })
  })
