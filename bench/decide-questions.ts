import { type DefaultRoleName, defaultRoleNames, defaultRoles, has, names } from '@rolecall/permissions'

/** 4,096 questions in a fixed, shuffled order: who asks, and for what. Every engine is asked exactly these. */
export const count = 4096

const random = seeded(20_261_123)

export const questions = Array.from({ length: count }, () => {
  const role = defaultRoleNames[Math.floor(random() * defaultRoleNames.length)] as DefaultRoleName
  const name = names[Math.floor(random() * names.length)] as (typeof names)[number]
  return { role, name, allowed: has(defaultRoles[role], name) }
})

/** What every engine must answer. It is compared after each pass, so no loop can be optimised away. */
export const allowed = questions.filter((question) => question.allowed).length

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
