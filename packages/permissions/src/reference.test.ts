import { expect, test } from 'vitest'
import { can, decide } from './decide.ts'
import { grantsOf, toNames } from './grants.ts'
import type { Permission } from './names.ts'
import { noReach } from './reach.ts'
import { grantsOfRole } from './role.ts'
import { odd } from './testing/odd.ts'
import { decided, everything, heldBy, type Row } from './testing/reference.ts'

const count = 100_000
const reach = noReach

test('a hundred thousand random decisions: the engine and the reference never differ', { timeout: 60_000 }, () => {
  const seed = Date.now() % 2 ** 32
  const random = generator(seed)
  const reasons = new Map<string, number>()
  const differences: unknown[] = []
  let role = randomRow(random)
  let grants = grantsOfRole(role)
  let held = heldBy(role)
  for (let i = 0; i < count; i++) {
    if (i % 10 === 0) {
      role = randomRow(random)
      grants = grantsOfRole(role)
      held = heldBy(role)
      if (toNames(grants).toSorted().join() !== [...held].toSorted().join())
        differences.push({ role, grants: toNames(grants) })
    }
    const names = random() < 0.5 ? undefined : some(random, [...everything], 0.7)
    const asked = random() < 0.1 ? pick(random, odd) : pick(random, [...everything])
    const token = names && grantsOf(names as Permission[])
    const decision = decide({ grants, role: 'Some role', reach, ...(token && { token }) }, asked as string)
    const ours = decision.allowed ? 'allowed' : decision.why
    const theirs = decided(held, names && new Set(names), asked)
    const short = can(grants, asked as Permission)
    if (ours !== theirs || short !== (theirs === 'allowed' || theirs === 'token')) {
      differences.push({ role, names, asked, ours, theirs, short })
    }
    reasons.set(ours, (reasons.get(ours) ?? 0) + 1)
  }
  expect(differences.slice(0, 3), `seed ${seed}`).toEqual([])
  // Every answer was really asked for, often.
  for (const reason of ['allowed', 'role', 'token', 'unknown']) expect(reasons.get(reason)).toBeGreaterThan(count / 50)
  expect([...reasons.values()].reduce((sum, times) => sum + times)).toBe(count)
})

function randomRow(random: () => number): Row {
  const presets = ['Administrator', 'Supervisor', 'Agent', 'Support', 'Owner', 'agent', '__proto__']
  const sections = [...new Set([...everything].map((name) => name.slice(0, name.indexOf('.'))))]
  const words = odd.filter((value) => typeof value === 'string' && value !== 'inbox')
  return {
    preset: random() < 0.3 ? pick(random, presets) : null,
    permissions: [...some(random, [...everything], random()), pick(random, words) as string],
    full_sections: [...some(random, sections, random() * 0.4), pick(random, words) as string],
  }
}

function some<T>(random: () => number, from: T[], chance: number): T[] {
  return from.filter(() => random() < chance)
}

function pick<T>(random: () => number, from: T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

/** mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
