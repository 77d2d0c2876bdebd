import { type Catalogue, covers, coversScope } from '@rolecall/permissions'
import { refuse } from '../errors.ts'
import { type By, mustHold, type Power, powerOfPermission, together, whyNot } from '../rows/by.ts'
import type { PoweredMember } from '../rows/member.ts'

const what = 'Their access'
const most = 20

/** Refuses to give a member something beside their role unless the giver holds, for good, all that they then hold. */
export function mustGive(by: By, catalogue: Catalogue, member: PoweredMember, gift: Power): void {
  mustHold(by, catalogue, what, ...member.powers, gift, together(...member.powers, gift))
  const why = useless(member, gift)
  if (why) refuse('CONFLICT', why)
}

/** The same as a sentence, for a single permission; null: it may be given. */
export function whyNotGive(by: By, catalogue: Catalogue, member: PoweredMember, permission: string): string | null {
  if (!catalogue.bits.at.has(permission)) return 'There is no such permission any more. Answer the request instead.'
  const gift = powerOfPermission(permission, catalogue)
  const powers = [...member.powers, gift, together(...member.powers, gift)]
  return whyNot(by, catalogue, what, ...powers) ?? useless(member, gift)
}

/** Refuses to put another role in the place of a member's own unless the giver holds both, with what is beside them. */
export function mustReplace(by: By, catalogue: Catalogue, member: PoweredMember, role: Power): void {
  const beside = member.powers.slice(1, -1)
  mustHold(by, catalogue, what, ...member.powers, role, together(role, ...beside))
}

function useless({ name, status, extra, powers }: PoweredMember, gift: Power): string | null {
  if (status !== 'active') return `${name} is deactivated. Reactivate them first.`
  const lasting = powers.filter((_, n) => n === 0 || extra[n - 1]?.ends_at === null)
  const held = together(...lasting)
  if (covers(held.grants, gift.grants) && coversScope(held.scope, gift.scope))
    return `${name} may do this already, for good.`
  if (extra.length >= most) return `${name} holds ${most} things beside their role. End one of them first.`
  return null
}
