import { has, toNames } from './grants.ts'
import type { Holding, Holdings } from './holding.ts'
import { noReach, type Reach } from './reach.ts'

// Who may hand out what, act by act: the one table. Every path of the server asks it, and the model check runs on it
// (docs/decisions/0012-holding.md). Three thoughts are behind all of it:
//   What somebody holds is compared as a whole, before and after, never by what is gained.
//   Only what is held for good is handed on; what acts on others is measured by all that they hold, for a while or not.
//   Nobody opens to another, or to themselves, a chat that they do not read.

/** A member to whom something is done: all that they hold, now and for good. */
export interface Change {
  readonly before: Holdings
  readonly after: Holdings
  /** Whether they are an active member: the others see nothing meanwhile. */
  readonly active: boolean
}

/** What an act demands of whoever does it. */
export interface Demand {
  /** To hold each of these for good, each as a whole. */
  readonly hold: readonly Holding[]
  /** To see these chats for good. */
  readonly see: Reach
  /** To read every chat that is assigned to whom it is done to: the act opens those to them. */
  readonly read: boolean
  /** That an active Administrator is left. */
  readonly administrator: boolean
}

const demand = (some: Partial<Demand>): Demand => ({
  hold: [],
  see: noReach,
  read: false,
  administrator: false,
  ...some,
})

/**
 * Somebody's access changes: both ends of it are held, and what they have assigned is read where they can then do more
 * with it, or for longer: a right that was to end and now stays opens their chats for good.
 */
const changes = ({ before, after, active }: Change): Demand => {
  const opens = after.now.opensMoreThan(before.now) || after.lasting.opensMoreThan(before.lasting)
  return demand({ hold: [before.now, after.now], read: active && opens })
}

/** Whoever goes. What becomes of their chats: `setsFree`. */
const leaves = ({ before }: Pick<Change, 'before'>): Demand => demand({ hold: [before.now], administrator: true })

/** A role, with the departments that its holder is to be in. */
interface Invitation {
  readonly role: Holding
  readonly departments: Reach
}
const invites = ({ role, departments }: Invitation): Demand => demand({ hold: [role], see: departments })

export const rules = {
  setRole: (change: Change): Demand => ({ ...changes(change), administrator: true }),
  give: changes,
  /** What somebody has beside their role ends. */
  end: ({ before }: Pick<Change, 'before'>): Demand => demand({ hold: [before.now] }),
  setDepartments: (change: Change & { readonly added: Reach }): Demand => ({ ...changes(change), see: change.added }),
  deactivate: leaves,
  remove: leaves,
  reactivate: ({ before }: Pick<Change, 'before'>): Demand => demand({ hold: [before.now], read: true }),
  /**
   * A role is made, edited, rolled back, imported or deleted, by itself (`holdingOf` a role in nobody's hands, so "own
   * departments" ask for nothing). Whoever holds it is asked about with `holder`, each of them.
   */
  saveRole: (roles: readonly Holding[]): Demand => demand({ hold: roles }),
  holder: changes,
  invite: invites,
  /** Against whoever sent it, as they are at that moment. */
  accept: invites,
  resend: invites,
  revoke: ({ role }: Pick<Invitation, 'role'>): Demand => demand({ hold: [role.unreached] }),
  /** What their chats become: `setsFree`. */
  deleteDepartment: (): Demand => demand({}),
} as const satisfies Record<string, (about: never) => Demand>

export type Act = keyof typeof rules

/**
 * Whether chats that are read may become nobody's, or of no department, by what somebody with `mine` (for good) does to
 * whoever had them: others will take them who may do anything. The rest keep what they have, so that they stay closed.
 */
export const setsFree = (mine: Holding): boolean => mine.hasRowRights

/** Whether a chat can be given to whoever holds this: one's own chats are seen always, but by whoever sees chats at all. */
export const receives = ({ grants }: Holding): boolean => has(grants, 'inbox.view')

/** What somebody lacks for an act. */
export interface Lack {
  /** In the order of the catalogue. */
  readonly permissions: readonly string[]
  /** Chats that they do not see, and that are seen with what they would hand on. */
  readonly reach: Reach
}

/** The first thing that a demand misses in `mine`, which is held for good; null: nothing. `read` is for who has the rows. */
export function lacking(mine: Holding, { hold, see }: Demand): Lack | null {
  const above = hold.find((one) => !mine.covers(one))
  if (above) {
    const { grants, reach } = above.minus(mine)
    return { permissions: toNames(grants), reach }
  }
  return mine.reach.covers(see) ? null : { permissions: [], reach: see.minus(mine.reach) }
}
