import { permissionsOf } from '@rolecall/permissions'
import type { WhatCan } from '@rolecall/protocol'
import { z } from 'zod'
import type { MemberContext } from '../guard/context.ts'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { id } from '../rows/input.ts'
import { actingOf } from '../rows/may-act.ts'
import { whyNotGrantable } from '../rows/may-grant.ts'
import { type HeldMember, heldMember } from '../rows/member.ts'
import { labelled } from '../rows/permission.ts'
import { reachOnWire } from '../rows/reach.ts'
import { reasons } from './because.ts'

/** What can this member do? Every permission there is, and why they have it. */
export const whatCan = guard
  .may('roles.view', { cost: 5 })
  .input(z.strictObject({ memberId: id }))
  .query(async ({ ctx, input: { memberId } }): Promise<WhatCan> => {
    const member = await heldMember(ctx.tx, ctx.actor.accountId, memberId, ctx.catalogue)
    const { permissions, ...can } = await canOf(ctx, member)
    return { ...can, permissions: await withGive(ctx, member, permissions) }
  })

type Can = Omit<WhatCan, 'permissions'> & { permissions: Omit<WhatCan['permissions'][number], 'give'>[] }

async function withGive(ctx: MemberContext, member: HeldMember, lines: Can['permissions']) {
  const acting = actingOf(ctx)
  const told: WhatCan['permissions'] = []
  for (const line of lines) {
    const why = may(ctx.actor, 'team.manage') ? await whyNotGrantable(acting, member, line.name) : undefined
    told.push({ ...line, give: why === undefined ? null : { may: why === null, why } })
  }
  return told
}

type Asking = Pick<MemberContext, 'tx' | 'actor' | 'catalogue'>

/** Every permission there is, whether this member has it, and why. */
export async function canOf({ tx, actor, catalogue }: Asking, member: HeldMember): Promise<Can> {
  const { id, name, email, status, role, extra, now } = member
  return {
    member: {
      id,
      name,
      email: may(actor, 'team.view') ? email : null,
      status,
      role: { id: role.id, name: role.name },
    },
    reach: await reachOnWire(tx, actor.accountId, now.reach),
    permissions: catalogue.sections.flatMap((section) =>
      permissionsOf(section).map((permission) => {
        const because = reasons(role, extra, permission, catalogue)
        const { label } = labelled(catalogue, permission)
        return { name: permission, label, section: section.label, allowed: because.length > 0, because }
      }),
    ),
  }
}
