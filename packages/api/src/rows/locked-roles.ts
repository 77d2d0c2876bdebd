import type { Tx } from '@rolecall/db'
import { customRoleLimit, type Plan } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'
import { counted, planName } from './words.ts'

export interface RoleAllowance {
  plan: Plan
  /** How many custom roles there are. */
  used: number
  /** How many the plan allows; null: no limit. */
  allowed: number | null
  /** Custom roles above the limit, the newest but for one that was chosen to stay open: they work as they are, but nobody edits them or newly gets one. */
  locked: ReadonlySet<string>
}

/** What the plan says of custom roles (product.md, section 1). With `plan`: as it would be under that one. */
export async function roleAllowance(tx: Tx, accountId: string, plan?: Plan): Promise<RoleAllowance> {
  const account = await tx.selectFrom('account').select('plan').where('id', '=', accountId).executeTakeFirstOrThrow()
  const roles = await tx
    .selectFrom('role')
    .select('id')
    .where('account_id', '=', accountId)
    .where('preset', 'is', null)
    .orderBy('kept_at', (order) => order.desc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const of = plan ?? account.plan
  const limit = customRoleLimit(of)
  return {
    plan: of,
    used: roles.length,
    allowed: Number.isFinite(limit) ? limit : null,
    locked: new Set(roles.slice(limit).map(({ id }) => id)),
  }
}

/** Refuses to edit or give a role that the plan has locked. */
export function mustBeOpen(allowance: RoleAllowance, roleId: string): void {
  const why = whyLocked(allowance, roleId)
  if (why !== null) refuse('NOT_NOW', why)
}

/** The same as a sentence; null: it is not locked. */
export function whyLocked({ locked, plan, allowed }: RoleAllowance, roleId: string): string | null {
  if (!locked.has(roleId)) return null
  const includes = allowed === null ? 'all custom roles' : counted(allowed, 'custom role')
  return `The plan ${planName(plan)} includes ${includes}, and this one is above that. It works for those who hold it, but is locked: change the plan, or delete another custom role.`
}
