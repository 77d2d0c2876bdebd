import { decide } from '@rolecall/permissions'
import type { WhatCan } from '@rolecall/protocol'
import { askerOf } from '../guard/actor.ts'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { heldMember } from '../rows/member.ts'
import { canOf } from './what-can.ts'

/** What may I do? The same as of anybody (whatCan), of oneself; a token and a preview narrow it. */
export const own = guard
  .member()
  .input(nothing)
  .query(async ({ ctx }): Promise<WhatCan> => {
    const { tx, actor, catalogue } = ctx
    const member = await heldMember(tx, actor.accountId, actor.memberId, catalogue)
    const all = await canOf(ctx, member)
    const permissions = all.permissions.map((one) => {
      const allowed = decide(askerOf(actor), one.name).allowed
      // Through a role: why it is in that role is said where the role is.
      return { ...one, allowed, because: allowed && actor.preview === null ? one.because : [], give: null }
    })
    return { ...all, permissions }
  })
