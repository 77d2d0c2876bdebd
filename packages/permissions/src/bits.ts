import { Bit } from './bit.ts'
import { names, type Permission } from './names.ts'
import type { Section } from './section.ts'

/** Where each permission of a catalogue sits in the two words of a grant. */
export interface Bits<P extends string = string> {
  /** In the order of their bits. */
  readonly names: readonly P[]
  readonly at: ReadonlyMap<unknown, Bit<P>>
  /** The bits that these were appended to: grants of both mix, for a name sits at the same place in each. */
  readonly base: Bits | null
  /** Null for our own: what needs them reads those from the catalogue, so that one question need not load its words. */
  readonly sections: readonly Section[] | null
}

/** Two words of 32, without bit 0 of either. */
export const capacity = 62

/**
 * Gives each name its bit: 1–31 of the low word, then 33–63, which is 1–31 of the high word. Bit 0 stays unused in both
 * because `1 << undefined` is bit 0: a name that slipped through every guard would read a bit that nobody holds.
 *
 * Throws a RangeError when there are more names than bits, and an Error when a name comes twice.
 */
export function bitsOf<const P extends string>(
  names: readonly P[],
  base: Bits | null = null,
  sections: readonly Section[] | null = null,
): Bits<P> {
  if (names.length > capacity) {
    throw new RangeError(`${names.length} permissions, but a grant holds ${capacity}: split the catalogue`)
  }
  const at = new Map<unknown, Bit<P>>()
  const bits = Object.freeze({ names: Object.freeze([...names]), at, base, sections })
  for (const [i, name] of names.entries()) at.set(name, new Bit(name, i < 31 ? i + 1 : i + 2, bits))
  if (at.size < names.length) throw new Error('A permission is named twice')
  return bits
}

/** The bit of a permission. Throws an Error where there is no such permission. */
export function bitOf(permission: Permission): Bit<Permission>
export function bitOf<P extends string>(permission: P, bits: Bits<P>): Bit<P>
export function bitOf(permission: string, bits: Bits = core): Bit {
  const bit = bits.at.get(permission)
  if (bit === undefined) throw new Error(`There is no permission "${permission}"`)
  return bit
}

/** Of two sets of bits the one that has all of the other; throws where neither has. */
export function wider(a: Bits, b: Bits): Bits {
  if (extendsFrom(a, b)) return a
  if (extendsFrom(b, a)) return b
  throw new Error('These grants are of two catalogues that do not extend each other')
}

function extendsFrom(bits: Bits, base: Bits): boolean {
  return bits === base || (bits.base !== null && extendsFrom(bits.base, base))
}

/** The bits of our own 42. */
export const core: Bits<Permission> = /* @__PURE__ */ bitsOf(names)
