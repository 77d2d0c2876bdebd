import { grantsOf, minus, toNames } from '@rolecall/permissions'
import { z } from 'zod'
import { order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { heldMember } from '../rows/member.ts'
import { mintToken } from './mint.ts'
import { says } from './says.ts'

const input = z.strictObject({ permissions: z.array(z.string()), name: z.string() })

export const operator = {
  /** Makes an API token for a member, limited to these permissions, all of which they must hold for good. Shown once. */
  createToken: order(input, async (ctx, { permissions, name }) => {
    const { tx, accountId, memberId, email, catalogue } = ctx
    const { bits } = catalogue
    const unknown = permissions.filter((permission) => !bits.at.has(permission))
    if (unknown.length > 0) refuse('INVALID_INPUT', `There is no permission ${unknown.join(', ')}.`)
    const { lasting } = await heldMember(tx, accountId, memberId, catalogue)
    const missing = toNames(minus<string>(grantsOf<string>(permissions, bits), lasting.grants))
    if (missing.length > 0) refuse('PERMISSION_MISSING', `${email} does not have ${missing.join(', ')} for good.`)
    const { id, token } = await mintToken(tx, { accountId, memberId, name, permissions })
    await ctx.audit(says.create, { kind: 'api_token', id }, { name, permissions, member: memberId })
    return { id, token }
  }),
}
