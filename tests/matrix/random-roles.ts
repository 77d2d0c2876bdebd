import { allHolders } from '@rolecall/permissions/testing'

/** Numbers in [0, 1) that are the same for the same seed (mulberry32), so that a failed run can be run again. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Roles with random permissions, from nearly none to nearly all, by name. Some hold what no procedure asks for yet. */
export function randomRoles(count: number, next: () => number): Record<string, string[]> {
  const all = [...allHolders.keys()]
  return Object.fromEntries(
    Array.from({ length: count }, (_, nr) => {
      const share = (nr + 1) / (count + 1)
      return [`Random ${nr + 1}`, all.filter(() => next() < share)]
    }),
  )
}
