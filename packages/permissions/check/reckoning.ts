import type { Holding, Holdings } from '../src/holding.ts'
import { type Reach, reachOfDepartments } from '../src/reach.ts'
import type { Demand } from '../src/rules.ts'
import { belongings, kit, kits, small, templates } from './model.ts'
import type { Table } from './table.ts'

/**
 * The answers of a table, each worked out once. There are few different holdings however many accounts there are, so
 * they are numbered, and what a rule said of some is kept under their numbers.
 */
export class Reckoning {
  readonly table: Table
  readonly #holdings = new Numbered<Holding>(keyOf)
  readonly #demands = new Numbered<Demand>((one) => JSON.stringify(one))
  /** Two kits: what somebody holds now and for good. */
  readonly #pairs = new Numbered<Holdings>(
    ({ now, lasting }) => `${this.#holdings.of(now)} ${this.#holdings.of(lasting)}`,
  )
  readonly #pairOf: readonly [Int32Array, Int32Array]
  readonly #mine: Int32Array
  readonly #receives: Uint8Array
  readonly #lacks = new Map<number, boolean>()
  /** A role by itself, and in the hands of somebody in these departments. */
  readonly #alone: readonly Holding[]
  readonly #seen = belongings.map(reachOfDepartments)

  constructor(table: Table) {
    this.table = table
    const holdings = (ends: boolean) =>
      Int32Array.from(kits, ({ role, besideRole, permission, departments }) => {
        const ends_at = ends ? 'some day' : null
        const beside = besideRole || permission ? [{ role: besideRole, permission, ends_at }] : []
        return this.#pairs.of(table.holdingOf(role, beside, departments, small))
      })
    this.#pairOf = [holdings(false), holdings(true)]
    this.#mine = Int32Array.from(this.#pairs.all, (pair) => this.#holdings.of(table.mine(pair)))
    this.#receives = Uint8Array.from(this.#pairs.all, ({ now }) => Number(table.receives(now)))
    this.#alone = templates.map((role) => table.holdingOf(role, [], [], small).lasting)
  }

  pair(kit: number, ends: boolean): number {
    return this.#pairOf[ends ? 1 : 0][kit] as number
  }

  receives(pair: number): boolean {
    return this.#receives[pair] === 1
  }

  freed(pair: number, read: number, all: number): number {
    return this.table.freed(this.#holdings.all[this.#mine[pair] as number] as Holding, read, all)
  }

  demand(id: number): Demand {
    return this.#demands.all[id] as Demand
  }

  lacks(pair: number, demand: number): boolean {
    const mine = this.#mine[pair] as number
    const key = demand * 4096 + mine
    const known = this.#lacks.get(key)
    if (known !== undefined) return known
    const lacks = this.table.lacking(this.#holdings.all[mine] as Holding, this.demand(demand)) !== null
    this.#lacks.set(key, lacks)
    return lacks
  }

  // Each rule, asked by numbers.
  readonly setRole = this.#change((about) => this.table.rules.setRole(about))
  readonly give = this.#change((about) => this.table.rules.give(about))
  readonly holder = this.#change((about) => this.table.rules.holder(about))
  readonly setDepartments = this.#change((about) => this.table.rules.setDepartments(about))
  readonly end = this.#before((before) => this.table.rules.end({ before }))
  readonly deactivate = this.#before((before) => this.table.rules.deactivate({ before }))
  readonly remove = this.#before((before) => this.table.rules.remove({ before }))
  readonly reactivate = this.#before((before) => this.table.rules.reactivate({ before }))
  readonly saveRole = memo((a, b) =>
    this.#demands.of(this.table.rules.saveRole([a, b].map((one) => this.#alone[one] as Holding))),
  )
  readonly deleteDepartment = memo(() => this.#demands.of(this.table.rules.deleteDepartment()))
  readonly invite = this.#invitation((about) => this.table.rules.invite(about))
  readonly accept = this.#invitation((about) => this.table.rules.accept(about))
  readonly resend = this.#invitation((about) => this.table.rules.resend(about))
  readonly revoke = this.#invitation((about) => this.table.rules.revoke(about))

  #change(rule: (about: Parameters<Table['rules']['setDepartments']>[0]) => Demand) {
    return memo((before, after, active, added) =>
      this.#demands.of(
        rule({
          before: this.#pairs.all[before] as Holdings,
          after: this.#pairs.all[after] as Holdings,
          active: active === 1,
          added: this.#seen[added] as Reach,
        }),
      ),
    )
  }

  #before(rule: (before: Holdings) => Demand) {
    return memo((before) => this.#demands.of(rule(this.#pairs.all[before] as Holdings)))
  }

  #invitation(rule: (about: Parameters<Table['rules']['invite']>[0]) => Demand) {
    return memo((template, to) => {
      const pair = this.pair(kit(template, 0, to), false)
      const departments = this.#seen[to] as Reach
      return this.#demands.of(rule({ role: (this.#pairs.all[pair] as Holdings).now, departments }))
    })
  }
}

/** All grants here fit into the low word. */
const keyOf = ({ grants, reach }: Holding): string =>
  `${grants.low} ${reach.all} ${[...reach.departments].join()} ${reach.unassigned}`

/** Values that read alike are one, with a number. */
class Numbered<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keyOf: (one: T) => string

  constructor(keyOf: (one: T) => string) {
    this.#keyOf = keyOf
  }

  of(one: T): number {
    const key = this.#keyOf(one)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(one) - 1
  }
}

/** Up to four small numbers are one key. */
function memo(answer: (a: number, b: number, c: number, d: number) => number) {
  const known = new Map<number, number>()
  return (a = 0, b = 0, c = 0, d = 0): number => {
    const key = ((a * 4096 + b) * 2 + c) * 4 + d
    const found = known.get(key)
    if (found !== undefined) return found
    const made = answer(a, b, c, d)
    known.set(key, made)
    return made
  }
}
