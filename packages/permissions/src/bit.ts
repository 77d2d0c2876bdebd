declare const brand: unique symbol

/**
 * One permission where it sits in the words of a grant. Who asks with it (`holds`) saves the look-up of its name: a
 * guard finds its bit once, when it is declared (`bitOf`).
 */
export class Bit<out P extends string = string> {
  declare readonly [brand]: P
  readonly name: P
  readonly low: number
  readonly high: number
  /** The bits that gave it out: in the words of others its place may mean something else. */
  readonly home: object

  /** @param at 1–31 in the low word, 33–63 in the high one */
  constructor(name: P, at: number, home: object) {
    // Shifts count modulo 32, so the place of a bit in its word needs no subtraction.
    const inLow = (at & 32) === 0
    this.name = name
    this.low = inLow ? 1 << at : 0
    this.high = inLow ? 0 : 1 << at
    this.home = home
    Object.freeze(this)
  }
}

/** The name of a bit; whatever else was asked for, as it is. */
export const nameOf = (asked: unknown): unknown => (asked instanceof Bit ? asked.name : asked)
