import type { ExtraRow } from '@rolecall/db'
import { rules } from '@rolecall/permissions'
import { refuse } from '../refuse/errors.ts'
import { type Acting, type Attempt, mustBeAllowed, whatIsMissing } from './may-act.ts'
import { changeOf, type HeldMember, holdingWith } from './member.ts'

const most = 20

/** Refuses to give a member something beside their role unless the giver holds, for good, all that they then hold. */
export async function mustBeGrantable(acting: Acting, member: HeldMember, grant: ExtraRow): Promise<void> {
  await mustBeAllowed(acting, attempt(acting, member, grant))
  const why = whyUseless(acting, member, grant)
  if (why) refuse('CONFLICT', why)
}

/** The same as a sentence, for a single permission; null: it may be given. */
export async function whyNotGrantable(acting: Acting, member: HeldMember, permission: string): Promise<string | null> {
  if (!acting.catalogue.bits.at.has(permission))
    return 'There is no such permission any more. Answer the request instead.'
  return await whyNotBeside(acting, member, { permission, role: null, ends_at: null })
}

/** The same for anything beside their role. */
export async function whyNotBeside(acting: Acting, member: HeldMember, grant: ExtraRow): Promise<string | null> {
  const missing = await whatIsMissing(acting, attempt(acting, member, grant))
  return missing?.message ?? whyUseless(acting, member, grant)
}

const attempt = ({ catalogue }: Acting, member: HeldMember, grant: ExtraRow): Attempt => ({
  demand: rules.give(changeOf(member, { extra: [...member.extra, grant] }, catalogue)),
  what: 'Their access',
  member,
})

function whyUseless({ catalogue }: Acting, member: HeldMember, grant: ExtraRow): string | null {
  const { name, status, extra } = member
  if (status !== 'active') return `${name} is deactivated. Reactivate them first.`
  // Also in a department that they may be put into tomorrow: what opens nothing in those of today may be meant for it.
  const departmentIds = [...member.departmentIds, 'one more']
  const forGood = [...extra, { ...grant, ends_at: null }]
  const { lasting } = holdingWith(member, { departmentIds }, catalogue)
  if (lasting.covers(holdingWith(member, { departmentIds, extra: forGood }, catalogue).lasting))
    return `${name} may do this already, for good.`
  if (extra.length >= most) return `${name} holds ${most} things beside their role. End one of them first.`
  return null
}
