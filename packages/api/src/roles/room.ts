import { customRoleLimit, type Plan, plans } from '@rolecall/permissions'
import type { Person } from '@rolecall/protocol'
import type { MemberContext } from '../guard/context.ts'
import { may } from '../guard/may.ts'
import { refuse } from '../refuse/errors.ts'
import { type RoleAllowance, roleAllowance } from '../rows/locked-roles.ts'
import { counted, listed, planName } from '../rows/words.ts'
import { buyers } from './buyers.ts'

/**
 * Refuses another custom role where the plan has no room for it. The account's turn must be held (guard's
 * `lock: 'team'`): only then is there still room when it commits. @throws NOT_NOW
 */
export async function mustHaveRoom(ctx: MemberContext): Promise<void> {
  const { why } = await room(ctx)
  if (why !== null) refuse('NOT_NOW', why)
}

/** Why there is no room for another custom role, and who can buy more; null: there is. */
export async function room({ tx, actor, catalogue }: MemberContext) {
  const allowance = await roleAllowance(tx, actor.accountId)
  if (!isFull(allowance)) return { allowance, why: null, buyers: [] as Person[] }
  const people = await buyers(tx, actor.accountId, catalogue)
  const why = whyFull(allowance, may(actor, 'billing.plan') ? null : people)
  return { allowance, why, buyers: people }
}

export const isFull = ({ used, allowed }: RoleAllowance): boolean => allowed !== null && used >= allowed

/** The limit, the plan and the way up. `ask`: who can change the plan; null: the reader can. */
export function whyFull({ plan, used, allowed }: RoleAllowance, ask: readonly Person[] | null): string {
  const larger = plans.filter((other) => customRoleLimit(other) > used)
  const taken = allowed === 0 ? '' : `, and there ${used === 1 ? 'is' : 'are'} ${used}`
  const up =
    ask === null
      ? 'Change it on the page “Plan”.'
      : `${listed(
          ask.map(({ name }) => name),
          'or',
        )} can change the plan.`
  return `The plan ${planName(plan)} includes ${counted(allowed ?? 0, 'custom role')}${taken}. ${listed(larger.map(offer), 'and')}. ${up}`
}

const offer = (plan: Plan): string => {
  const limit = customRoleLimit(plan)
  return `${planName(plan)} ${Number.isFinite(limit) ? `includes ${limit}` : 'has no limit'}`
}
