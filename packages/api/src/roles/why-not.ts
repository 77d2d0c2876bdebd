import { isCustom } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { labelOf } from '../guard/deny.ts'
import { may } from '../guard/may.ts'
import { byOf, powerOf, whyNot } from '../rows/by.ts'
import { roleAllowance, whyLocked } from '../rows/locked-roles.ts'
import { defaultStays, type Role } from './role.ts'

/** Why this member may not edit a role, in a sentence; null: they may. Saving decides afresh. */
export async function whyNotEdit(ctx: MemberContext, role: Role): Promise<string | null> {
  return whyNotRemove(ctx, role) ?? whyLocked(await roleAllowance(ctx.tx, ctx.actor.accountId), role.id)
}

/** The same for deleting it, which is also a way back to within the plan. */
export function whyNotRemove({ actor, catalogue }: MemberContext, role: Role): string | null {
  if (!isCustom(role)) return defaultStays
  if (!may(actor, 'roles.manage')) return `It needs “${labelOf(catalogue, 'roles.manage')}” (roles.manage).`
  return whyNot(byOf(actor), catalogue, 'This role', powerOf(role, catalogue))
}
