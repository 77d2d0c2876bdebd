/** Which chats a role sees: all of them, those of one's departments, or one's own; `unassigned` adds nobody's. */
export interface ChatScope {
  readonly chats: 'all' | 'departments' | 'mine'
  readonly unassigned: boolean
}

/** Whom and which department a chat waits for; null: nobody, none. */
export interface ChatPlace {
  readonly assigneeId: string | null
  readonly departmentId: string | null
}

/** Of nobody's chats: none, those that wait for no department, or any. Each has what the one before it has. */
const steps = ['none', 'unrouted', 'any'] as const
export type Unassigned = (typeof steps)[number]

declare const brand: unique symbol

/**
 * Which chats somebody sees, with real departments: a set of clauses of which any may let a chat be seen. One's own are
 * seen always. The query in packages/api (visible.ts) says the same as `sees` in SQL and is tested against it.
 *
 * Clauses are compared as they are written, never by the chats of today: all departments that there are do not make
 * "all", for tomorrow there may be one more.
 */
class Clauses {
  declare readonly [brand]: true
  readonly all: boolean
  readonly departments: ReadonlySet<string>
  readonly unassigned: Unassigned

  constructor(all: boolean, departments: Iterable<string>, unassigned: Unassigned) {
    this.all = all
    // What "all" has already is left out, so that equal reaches read alike.
    this.departments = new Set(all ? [] : departments)
    this.unassigned = all ? 'any' : unassigned
    Object.freeze(this)
  }

  /** What either sees. */
  union(other: Reach): Reach {
    return new Clauses(
      this.all || other.all,
      [...this.departments, ...other.departments],
      later(this.unassigned, other.unassigned),
    )
  }

  /** The clauses that both have: never more than both see. */
  meet(other: Reach): Reach {
    if (this.all) return other
    if (other.all) return this
    const shared = [...this.departments].filter((id) => other.departments.has(id))
    return new Clauses(false, shared, earlier(this.unassigned, other.unassigned))
  }

  /** The clauses of this one that the other lacks; nothing where the other covers it. */
  minus(other: Reach): Reach {
    if (other.all) return noReach
    if (this.all) return this
    const own = [...this.departments].filter((id) => !other.departments.has(id))
    return new Clauses(false, own, isMore(this.unassigned, other.unassigned) ? this.unassigned : 'none')
  }

  covers(other: Reach): boolean {
    return other.minus(this).isEmpty
  }

  /** Nothing but one's own chats. ("All" has nobody's too, so it needs no word here.) */
  get isEmpty(): boolean {
    return this.departments.size === 0 && this.unassigned === 'none'
  }

  sees(memberId: string, { assigneeId, departmentId }: ChatPlace): boolean {
    if (this.all || assigneeId === memberId) return true
    // Stryker disable next-line ConditionalExpression: no department is none of theirs, asked or not
    if (departmentId !== null && this.departments.has(departmentId)) return true
    if (assigneeId !== null) return false
    return this.unassigned === 'any' || (this.unassigned === 'unrouted' && departmentId === null)
  }

  toJSON() {
    return { all: this.all, departments: [...this.departments].toSorted(), unassigned: this.unassigned }
  }
}

export type Reach = Clauses

const isMore = (a: Unassigned, b: Unassigned) => steps.indexOf(a) > steps.indexOf(b)
const later = (a: Unassigned, b: Unassigned) => (isMore(a, b) ? a : b)
const earlier = (a: Unassigned, b: Unassigned) => (isMore(a, b) ? b : a)

export const noReach: Reach = /* @__PURE__ */ new Clauses(false, [], 'none')
// Stryker disable next-line ArrayDeclaration,StringLiteral: "all" has the rest, whatever is said of it here
export const wholeReach: Reach = /* @__PURE__ */ new Clauses(true, [], 'any')

/** All chats of these departments, whoever has them. */
export const reachOfDepartments = (ids: Iterable<string>): Reach => new Clauses(false, ids, 'none')

/**
 * The reach of a role in the hands of somebody who is in these departments. A free chat that waits for another
 * department is within "mine, plus unassigned", and not within "own departments, plus unassigned".
 */
export function reachOf({ chats, unassigned }: ChatScope, departmentIds: Iterable<string>): Reach {
  switch (chats) {
    case 'all':
      return wholeReach
    case 'departments':
      return new Clauses(false, departmentIds, unassigned ? 'unrouted' : 'none')
    case 'mine':
      return new Clauses(false, [], unassigned ? 'any' : 'none')
    default:
      return noReach
  }
}
