import { holdingOf, isCustom, rules } from '@rolecall/permissions'
import type { MemberContext } from '../context.ts'
import { labelOf } from '../deny.ts'
import { may } from '../may.ts'
import { roleAllowance, whyLocked } from '../rows/locked-roles.ts'
import { actingOf, whatIsMissing } from '../rows/may-act.ts'
import { defaultStays, type Role } from './role.ts'

/** Why this member may not edit a role, in a sentence; null: they may. Saving decides afresh. */
export async function whyNotEdit(ctx: MemberContext, role: Role): Promise<string | null> {
  return (await whyNotRemove(ctx, role)) ?? whyLocked(await roleAllowance(ctx.tx, ctx.actor.accountId), role.id)
}

/** The same for deleting it, which is also a way back to within the plan. */
export async function whyNotRemove(ctx: MemberContext, role: Role): Promise<string | null> {
  const { actor, catalogue } = ctx
  if (!isCustom(role)) return defaultStays
  if (!may(actor, 'roles.manage')) return `It needs “${labelOf(catalogue, 'roles.manage')}” (roles.manage).`
  const demand = rules.saveRole([holdingOf(role, [], [], catalogue).now])
  const missing = await whatIsMissing(actingOf(ctx), { demand, what: 'This role', member: null })
  return missing?.message ?? null
}
