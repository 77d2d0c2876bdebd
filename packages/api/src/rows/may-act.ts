import type { Tx } from '@rolecall/db'
import { type Catalogue, type Demand, type Holding, lacking, type Permission } from '@rolecall/permissions'
import { handsOn } from '../actor.ts'
import type { MemberContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { hasUnseen } from '../visible.ts'
import { departmentNames } from './departments.ts'
import { lackOfPermission, lackOfReach, lackOfReading } from './lack.ts'
import { type HeldMember, wholeTeam } from './member.ts'
import { once } from './once.ts'
import { keepOneAdministrator } from './one-administrator.ts'

/** Whoever gives and takes rights, in whose account. */
export interface Acting {
  tx: Tx
  accountId: string
  catalogue: Catalogue
  by: By
}

/** null: the operator, who is above roles: for them an act need only be possible. */
export type By = {
  memberId: string
  role: string
  /** What they hold for good, within an API token. */
  mine: Holding
  /** For sentences, read when the first needs them. */
  team: () => Promise<HeldMember[]>
  names: () => Promise<ReadonlyMap<string, string>>
} | null

export function actingOf({ tx, actor, catalogue }: Pick<MemberContext, 'tx' | 'actor' | 'catalogue'>): Acting {
  const { accountId, memberId, role } = actor
  const by = {
    memberId,
    role: role.name,
    mine: handsOn(actor),
    team: once(() => wholeTeam(tx, accountId, catalogue)),
    names: once(() => departmentNames(tx, accountId)),
  }
  return { tx, accountId, catalogue, by }
}

/** An act, as the table of rules knows it (rules.ts in packages/permissions). */
export interface Attempt {
  demand: Demand
  /** Whose access it is, at the beginning of a sentence: "This role", "The access of Ana". */
  what: string
  /** To whom it is done; null: to a role, an invitation. */
  member: Pick<HeldMember, 'id' | 'name' | 'role' | 'status'> | null
  /** Said to be missing where it is chats that are not seen: the permission that the act itself needs. */
  permission?: Permission
}

/** Why not, in a sentence, with the permission that is missing; null: they may. */
export async function whatIsMissing(
  { tx, accountId, catalogue, by }: Acting,
  { demand, what, member, permission = 'inbox.view' }: Attempt,
): Promise<{ message: string; permission: string } | null> {
  if (!by) return null
  const { mine } = by
  const lack = lacking(mine, demand)
  if (lack && lack.permissions.length > 0) return lackOfPermission(lack.permissions, what, by.role, catalogue)
  const able = async (fits: (one: HeldMember) => boolean) =>
    (await by.team()).filter((one) => one.id !== by.memberId && one.status === 'active' && fits(one))
  if (lack) {
    const seers = await able(({ lasting }) => lacking(lasting, demand) === null)
    return { message: lackOfReach(lack.reach, what, await by.names(), seers), permission }
  }
  if (!demand.read || !member) return null
  if (!(await hasUnseen(tx, accountId, member.id, { memberId: by.memberId, reach: mine.reach }))) return null
  const seers = await able(({ lasting }) => lasting.reach.all && lacking(lasting, demand) === null)
  return { message: lackOfReading(member.name, seers), permission }
}

/**
 * The one question that every change of somebody's rights asks, with all halves of its rule: nobody hands out or acts on
 * more than they hold for good, nobody opens chats that they do not read, and one Administrator stays. The account's
 * turn must be held. @throws PERMISSION_MISSING, CONFLICT
 */
export async function mustBeAllowed(acting: Acting, attempt: Attempt): Promise<void> {
  const missing = await whatIsMissing(acting, attempt)
  if (missing) {
    refuse('PERMISSION_MISSING', missing.message, {
      permission: missing.permission,
      role: acting.by?.role ?? '',
    })
  }
  const { demand, member } = attempt
  if (demand.administrator && member?.role.preset === 'Administrator' && member.status === 'active')
    await keepOneAdministrator(acting.tx, acting.accountId, member.id)
}
