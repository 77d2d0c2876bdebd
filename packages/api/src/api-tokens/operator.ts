import { grantsOf, grantsOfRole, mayHandOut } from '@rolecall/permissions'
import { z } from 'zod'
import { order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { mintToken } from './mint.ts'
import { says } from './says.ts'

const input = z.strictObject({ permissions: z.array(z.string()), name: z.string() })

export const operator = {
  /** Makes an API token for a member, limited to these permissions, all of which their role must grant. Shown once. */
  createToken: order(input, async (ctx, { permissions, name }) => {
    const { tx, accountId, memberId, email, catalogue } = ctx
    const { bits } = catalogue
    const unknown = permissions.filter((permission) => !bits.at.has(permission))
    if (unknown.length > 0) refuse('INVALID_INPUT', `There is no permission ${unknown.join(', ')}.`)
    const role = await tx
      .selectFrom('member')
      .innerJoin('role', (join) =>
        join.onRef('role.account_id', '=', 'member.account_id').onRef('role.id', '=', 'member.role_id'),
      )
      .select(['role.preset', 'role.permissions', 'role.full_sections'])
      .where('member.id', '=', memberId)
      .executeTakeFirstOrThrow()
    const verdict = mayHandOut<string>(grantsOfRole(role, catalogue), grantsOf<string>(permissions, bits))
    if (!verdict.allowed) {
      refuse('PERMISSION_MISSING', `The role of ${email} does not have ${verdict.missing.join(', ')}.`)
    }
    const { id, token } = await mintToken(tx, { accountId, memberId, name, permissions })
    await ctx.audit(says.create, { kind: 'api_token', id }, { name, permissions, member: memberId })
    return { id, token }
  }),
}
