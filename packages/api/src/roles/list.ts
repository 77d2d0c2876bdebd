import type { RoleList } from '@rolecall/protocol'
import { labelOf } from '../guard/deny.ts'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { nothing } from '../rows/input.ts'
import { room } from './room.ts'
import { summaries } from './summary.ts'

/** Roles & Permissions: every role with its holders, and whether the plan has room for another one. */
export const list = guard
  .may('roles.view')
  .input(nothing)
  .query(async ({ ctx }): Promise<RoleList> => {
    const { tx, actor, catalogue } = ctx
    const roles = await summaries(tx, actor.accountId, catalogue)
    const { allowance, why, buyers } = await room(ctx)
    const { plan, used, allowed } = allowance
    const lacking = may(actor, 'roles.manage')
      ? null
      : `It needs “${labelOf(catalogue, 'roles.manage')}” (roles.manage).`
    return {
      roles,
      allowance: { plan, used, allowed },
      create: { may: (lacking ?? why) === null, why: lacking ?? why, buyers: lacking === null ? buyers : [] },
    }
  })
