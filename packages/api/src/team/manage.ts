import type { MemberContext } from '../guard/context.ts'
import { refuse } from '../refuse/errors.ts'
import { byOf, mustHold } from '../rows/by.ts'
import { type PoweredMember, poweredMember } from '../rows/member.ts'

/** A member whom the caller may manage: they hold all that the member holds. @throws NOT_FOUND, PERMISSION_MISSING */
export async function managed({ tx, actor, catalogue }: MemberContext, memberId: string): Promise<PoweredMember> {
  const member = await poweredMember(tx, actor.accountId, memberId, catalogue)
  mustHold(byOf(actor), catalogue, `The access of ${member.name}`, member.power)
  return member
}

/** Sending oneself away is for somebody else to do: it cannot be undone by whoever did it. */
export function mustBeAnother({ actor }: MemberContext, memberId: string): void {
  if (actor.memberId === memberId) refuse('CONFLICT', 'This is you. Somebody else has to do it.')
}
