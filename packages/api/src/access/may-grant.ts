import { type Catalogue, covers, coversScope } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'
import { type By, combine, mustHold, type Power, powerOf, powerOfPermission, whyNot } from '../rows/by.ts'
import type { PoweredMember } from '../rows/member.ts'

const what = 'Their access'
const most = 20

/** Refuses to give a member something beside their role unless the giver holds, for good, all that they then hold. */
export function mustBeGrantable(by: By, catalogue: Catalogue, member: PoweredMember, grant: Power): void {
  mustHold(by, catalogue, what, member.power, combine(member.power, grant))
  const why = whyUseless(member, grant, catalogue)
  if (why) refuse('CONFLICT', why)
}

/** The same as a sentence, for a single permission; null: it may be given. */
export function whyNotGrantable(
  by: By,
  catalogue: Catalogue,
  member: PoweredMember,
  permission: string,
): string | null {
  if (!catalogue.bits.at.has(permission)) return 'There is no such permission any more. Answer the request instead.'
  const grant = powerOfPermission(permission, catalogue)
  const why = whyNot(by, catalogue, what, member.power, combine(member.power, grant))
  return why ?? whyUseless(member, grant, catalogue)
}

/** Refuses to put another role in the place of a member's own unless the giver holds what they have then and now. */
export function mustBeReplaceable(by: By, catalogue: Catalogue, member: PoweredMember, role: Power): void {
  mustHold(by, catalogue, what, member.power, combine(role, ...member.beside))
}

function whyUseless({ name, status, role, extra, beside }: PoweredMember, grant: Power, catalogue: Catalogue) {
  if (status !== 'active') return `${name} is deactivated. Reactivate them first.`
  const lasting = beside.filter((_, n) => extra[n]?.ends_at === null)
  const held = combine(powerOf(role, catalogue), ...lasting)
  if (covers(held.grants, grant.grants) && coversScope(held.scope, grant.scope))
    return `${name} may do this already, for good.`
  if (extra.length >= most) return `${name} holds ${most} things beside their role. End one of them first.`
  return null
}
