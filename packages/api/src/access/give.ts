import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { id } from '../rows/input.ts'
import { mustExist, permission } from '../rows/permission.ts'
import { addGrant } from './add-grant.ts'
import { reason, until } from './input.ts'
import { says } from './says.ts'

const input = z
  .strictObject({
    memberId: id,
    permission: permission.nullable(),
    roleId: id.nullable(),
    until: until.nullable(),
    reason,
  })
  .refine((one) => (one.permission === null) !== (one.roleId === null), {
    path: ['permission'],
    message: 'give either a permission or a role',
  })

/** Gives a member something that they did not ask for, for a while or for good. */
export const give = guard
  .may('team.manage', { lock: 'team' })
  .input(input)
  .mutation(async ({ ctx, input }): Promise<{ memberId: string; grantId: string | null }> => {
    if (input.permission !== null) mustExist(ctx.catalogue, input.permission)
    const { grantId, detail, things } = await addGrant(ctx, input)
    await ctx.audit(says.give, { kind: 'member', id: input.memberId }, detail, things)
    return { memberId: input.memberId, grantId }
  })
