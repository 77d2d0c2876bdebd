import type { Act } from '@rolecall/permissions'
import { rules } from '@rolecall/permissions'
import type { MemberContext } from '../guard/context.ts'
import { refuse } from '../refuse/errors.ts'
import { actingOf, mustBeAllowed } from '../rows/may-act.ts'
import { type HeldMember, heldMember } from '../rows/member.ts'

/** What is done to a member as they are, without changing what they hold. */
type Whole = Extract<Act, 'deactivate' | 'reactivate' | 'remove' | 'end'>

/** A member to whom the caller may do this. @throws NOT_FOUND, PERMISSION_MISSING, CONFLICT */
export async function managed(ctx: MemberContext, act: Whole, memberId: string): Promise<HeldMember> {
  const { tx, actor, catalogue } = ctx
  const member = await heldMember(tx, actor.accountId, memberId, catalogue)
  const demand = rules[act]({ before: member })
  await mustBeAllowed(actingOf(ctx), { demand, what: `The access of ${member.name}`, member })
  return member
}

/** Sending oneself away is for somebody else to do: it cannot be undone by whoever did it. */
export function mustBeAnother({ actor }: MemberContext, memberId: string): void {
  if (actor.memberId === memberId) refuse('CONFLICT', 'This is you. Somebody else has to do it.')
}
