import { type Bit, nameOf } from './bit.ts'
import { type Bits, core, wider } from './bits.ts'
import type { Permission } from './names.ts'

declare const brand: unique symbol

// Not exported as a value: what holds permissions is made in this file or nowhere.
class TwoWords<P extends string> {
  declare readonly [brand]: P
  readonly low: number
  readonly high: number
  readonly bits: Bits<P>

  constructor(low: number, high: number, bits: Bits<P>) {
    this.low = low
    this.high = high
    this.bits = bits
    Object.freeze(this)
  }

  /** Words stay inside, names travel: a bit means something to one build only. */
  toJSON(): P[] {
    return toNames(this)
  }
}

/** An immutable set of permissions. Compare with `covers`; at every edge (wire, database) write `toNames`. */
export type Grants<P extends string = Permission> = TwoWords<P>

/** Unknown names are dropped: what has no name grants nothing. `bits` are those of an extended catalogue. */
export function grantsOf(names: Iterable<Permission>): Grants
export function grantsOf<P extends string>(names: Iterable<NoInfer<P>>, bits: Bits<P>): Grants<P>
export function grantsOf(names: Iterable<string>, bits: Bits = core): Grants<string> {
  let low = 0
  let high = 0
  for (const name of names) {
    const bit = bits.at.get(name)
    if (bit === undefined) continue
    low |= bit.low
    high |= bit.high
  }
  return new TwoWords(low, high, bits)
}

export const noGrants: Grants = /* @__PURE__ */ new TwoWords(0, 0, core)
export const allGrants: Grants = /* @__PURE__ */ grantsOf(core.names)

/** False also for what is no permission at all: an unknown name, another spelling, `__proto__`, not even a string. */
export function has<P extends string>(grants: Grants<P>, permission: NoInfer<P>): boolean {
  const bit = grants.bits.at.get(permission)
  return bit !== undefined && isSet(grants, bit)
}

/** The same question where it is asked often: with the bit (`bitOf`) it costs no look-up. False for what is no bit. */
export function holds<P extends string>(grants: Grants<P>, bit: Bit<NoInfer<P>>): boolean {
  // In the words of other bits its place may mean something else; its name means the same.
  // Stryker disable next-line ConditionalExpression: by its name the answer is the same, only slower
  return bit?.home === grants.bits ? isSet(grants, bit) : has<string>(grants, nameOf(bit) as string)
}

const isSet = (grants: Grants<string>, bit: Bit): boolean => ((grants.low & bit.low) | (grants.high & bit.high)) !== 0

/** Whether `a` holds everything that `b` holds. */
export function covers(a: Grants<string>, b: Grants<string>): boolean {
  return isEmpty(minus(b, a))
}

export function minus<P extends string>(a: Grants<P>, b: Grants<P>): Grants<P> {
  return combine(a, b, a.low & ~b.low, a.high & ~b.high)
}

export function union<P extends string>(a: Grants<P>, b: Grants<P>): Grants<P> {
  return combine(a, b, a.low | b.low, a.high | b.high)
}

export function intersect<P extends string>(a: Grants<P>, b: Grants<P>): Grants<P> {
  return combine(a, b, a.low & b.low, a.high & b.high)
}

export function isEmpty(grants: Grants<string>): boolean {
  return (grants.low | grants.high) === 0
}

/** In the order of the catalogue. */
export function toNames<P extends string>(grants: Grants<P>): P[] {
  return grants.bits.names.filter((name) => has(grants, name))
}

function combine<P extends string>(a: Grants<P>, b: Grants<P>, low: number, high: number): Grants<P> {
  return new TwoWords(low, high, wider(a.bits, b.bits) as Bits<P>)
}
