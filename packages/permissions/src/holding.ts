import { type Catalogue, catalogue } from './catalogue.ts'
import { covers, type Grants, grantsOf, intersect, isEmpty, minus, toNames, union } from './grants.ts'
import { type ChatScope, noReach, type Reach, reachOf } from './reach.ts'
import { closeUpwards } from './requires.ts'
import { grantsOfRole, type StoredRole } from './role.ts'
import { rowRights } from './views.ts'

/** A role as its row has it, with all that decides what its holders may do and see. */
export interface HeldRole extends StoredRole {
  readonly chat_scope: ChatScope['chats']
  readonly unassigned: boolean
}

/** What a member has beside their role: one permission, or what another role may do. */
export interface Beside {
  readonly permission: string | null
  readonly role: HeldRole | null
  /** ISO time; null: for good. */
  readonly ends_at: string | null
}

declare const brand: unique symbol

/** What a member may do, and which chats they may do it with: one value, made in this file or nowhere. */
class Held {
  declare readonly [brand]: true
  readonly grants: Grants
  readonly reach: Reach

  constructor(grants: Grants, reach: Reach) {
    this.grants = grants
    this.reach = reach
    Object.freeze(this)
  }

  union(other: Holding): Holding {
    return new Held(union(this.grants, other.grants), this.reach.union(other.reach))
  }

  /** What both hold: a role looked at through one's own. */
  meet(other: Holding): Holding {
    return new Held(intersect(this.grants, other.grants), this.reach.meet(other.reach))
  }

  /** With these permissions at most: an API token's. null: no token. */
  within(token: Grants | null): Holding {
    return token === null ? this : new Held(intersect(this.grants, token), this.reach)
  }

  /** The permissions alone. */
  get unreached(): Holding {
    return new Held(this.grants, noReach)
  }

  /** What of this the other lacks. A reach that no permission here makes use of is not missed. */
  minus(other: Holding): Holding {
    const lacking = this.opensRows ? this.reach.minus(other.reach) : noReach
    return new Held(minus(this.grants, other.grants), lacking)
  }

  /**
   * Whether somebody with this may do and see all that somebody with the other does, their own chats apart. Compared is
   * always the whole that somebody would hold: a reach that is wide and of no use today widens what is added tomorrow.
   */
  covers(other: Holding): boolean {
    if (!covers(this.grants, other.grants)) return false
    return !other.opensRows || this.reach.covers(other.reach)
  }

  /** Whether any permission of it makes use of its reach. */
  get opensRows(): boolean {
    return !isEmpty(views(this))
  }

  /** Whether rows can be read, or acted on, with this in a way that they cannot with the other. */
  opensMoreThan(other: Holding): boolean {
    const rows = rowRights(this.grants.bits).all
    return !covers(other.grants, intersect<string>(this.grants, rows))
  }

  /** Whether it holds every right there is on rows (rules.ts: only then may a chat be set free that others then take). */
  get hasRowRights(): boolean {
    return covers(this.grants, rowRights(this.grants.bits).all)
  }

  toJSON() {
    return { grants: toNames(this.grants), reach: this.reach.toJSON() }
  }
}

export type Holding = Held

const views = ({ grants }: Holding): Grants<string> => intersect<string>(grants, rowRights(grants.bits).view)

/** What is held at this moment, and what of it stays once everything that ends by itself has ended. */
export interface Holdings {
  readonly now: Holding
  readonly lasting: Holding
}

/**
 * The one maker: what a member holds is their role and what they have beside it, added up, in their own departments.
 * For a role by itself, in nobody's hands, leave out the rest: "own departments" are then none.
 *
 * `beside`: what has not ended yet. `among`: the house's catalogue, sections of sibling apps included.
 */
export function holdingOf(
  role: HeldRole,
  // Stryker disable next-line ArrayDeclaration: whatever is the name of nothing grants nothing
  beside: readonly Beside[] = [],
  departmentIds: readonly string[] = [],
  among: Catalogue = catalogue,
): Holdings {
  const base = ofRole(role, departmentIds, among)
  const sum = (some: readonly Beside[]) =>
    some.reduce((all, { role, permission }) => {
      const more = role ? ofRole(role, departmentIds, among) : ofPermission(permission, among)
      return all.union(more)
    }, base)
  return { now: sum(beside), lasting: sum(beside.filter(({ ends_at }) => ends_at === null)) }
}

function ofRole(role: HeldRole, departmentIds: readonly string[], among: Catalogue): Holding {
  const scope = { chats: role.chat_scope, unassigned: role.unassigned }
  return new Held(grantsOfRole(role, among) as Grants, reachOf(scope, departmentIds))
}

/** One permission by itself: what it needs comes along, and no chat that was not seen before. */
function ofPermission(permission: string | null, among: Catalogue): Holding {
  // Stryker disable next-line StringLiteral: whatever is the name of nothing grants nothing
  return new Held(closeUpwards<string>(grantsOf<string>([permission ?? ''], among.bits)) as Grants, noReach)
}
