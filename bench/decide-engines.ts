import { createMongoAbility } from '@casl/ability'
import {
  bitOf,
  can,
  type DefaultRoleName,
  defaultRoleNames,
  defaultRoles,
  holds,
  names,
  toNames,
} from '@rolecall/permissions'
import { createAccessControl } from 'better-auth/plugins/access'
import { questions } from './decide-questions.ts'

/** Asks all questions once and says how many were allowed. Everything that can be cached is cached beforehand. */
export type Pass = () => number

// Each engine has a loop of its own: a shared one would make every call in it megamorphic and hide the differences.
export const engines: Record<string, Pass> = {
  'inlined bitmask': inlined(),
  'bitmask by name': byName(),
  can: ours(),
  'can, by its bit': oursByBit(),
  'Set.has': sets(),
  'CASL, cached': casl(),
  'better-auth access': betterAuth(),
}

interface Words {
  low: number
  high: number
}

/** The floor: no names at all, each question already knows its bit. */
function inlined(): Pass {
  const words = perRole(wordsOf)
  const who = questions.map(({ role }) => words[role])
  const bits = Uint8Array.from(questions, ({ name }) => names.indexOf(name))
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      const word = who[i] as Words
      const at = bits[i] as number
      if (((at < 32 ? word.low : word.high) & (1 << at)) !== 0) allowed++
    }
    return allowed
  }
}

/** What one would write by hand where the permission has a name: a table of bits, and no guard against other names. */
function byName(): Pass {
  const words = perRole(wordsOf)
  const who = questions.map(({ role }) => words[role])
  const what: string[] = questions.map(({ name }) => name)
  const bits: Record<string, number> = Object.fromEntries(names.map((name, at) => [name, at]))
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      const word = who[i] as Words
      const at = bits[what[i] as string] as number
      if (((at < 32 ? word.low : word.high) & (1 << at)) !== 0) allowed++
    }
    return allowed
  }
}

function wordsOf(role: DefaultRoleName): Words {
  const words = { low: 0, high: 0 }
  for (const name of toNames(defaultRoles[role])) {
    const at = names.indexOf(name)
    if (at < 32) words.low |= 1 << at
    else words.high |= 1 << at
  }
  return words
}

function ours(): Pass {
  const asked = questions.map(({ role, name }) => ({ grants: defaultRoles[role], name }))
  const who = asked.map(({ grants }) => grants)
  const what = asked.map(({ name }) => name)
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      if (can(who[i] as (typeof who)[number], what[i] as (typeof what)[number])) allowed++
    }
    return allowed
  }
}

/** As a guard asks: the bit was found when it was declared. */
function oursByBit(): Pass {
  const who = questions.map(({ role }) => defaultRoles[role])
  const what = questions.map(({ name }) => bitOf(name))
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      if (holds(who[i] as (typeof who)[number], what[i] as (typeof what)[number])) allowed++
    }
    return allowed
  }
}

function sets(): Pass {
  const held = perRole((role) => new Set<string>(toNames(defaultRoles[role])))
  const who = questions.map(({ role }) => held[role])
  const what = questions.map(({ name }) => name)
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      if ((who[i] as Set<string>).has(what[i] as string)) allowed++
    }
    return allowed
  }
}

/**
 * One ability per role, built once. CASL wants action and subject apart; they are split beforehand. Its word for every
 * action is "manage", which would hand whoever may manage members the administrators too: it gets another one here.
 */
function casl(): Pass {
  const abilities = perRole((role) =>
    createMongoAbility(
      toNames(defaultRoles[role]).map((name) => ({ action: verb(name), subject: noun(name) })),
      { anyAction: '*' },
    ),
  )
  const who = questions.map(({ role }) => abilities[role])
  const actions = questions.map(({ name }) => verb(name))
  const subjects = questions.map(({ name }) => noun(name))
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      if (who[i]?.can(actions[i] as string, subjects[i] as string)) allowed++
    }
    return allowed
  }
}

/** Its requests are objects; they too are made beforehand. */
function betterAuth(): Pass {
  const roles = perRole((role) => createAccessControl(grouped(names)).newRole(grouped(toNames(defaultRoles[role]))))
  const who = questions.map(({ role }) => roles[role])
  const requests = questions.map(({ name }) => ({ [noun(name)]: [verb(name)] }))
  return () => {
    let allowed = 0
    for (let i = 0; i < who.length; i++) {
      if (who[i]?.authorize(requests[i] as Record<string, string[]>).success) allowed++
    }
    return allowed
  }
}

function perRole<T>(make: (role: DefaultRoleName) => T): Record<DefaultRoleName, T> {
  return Object.fromEntries(defaultRoleNames.map((role) => [role, make(role)])) as Record<DefaultRoleName, T>
}

function noun(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function verb(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

function grouped(from: readonly string[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {}
  for (const name of from) {
    groups[noun(name)] ??= []
    groups[noun(name)]?.push(verb(name))
  }
  return groups
}
