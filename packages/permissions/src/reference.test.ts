import { expect, test } from 'vitest'
import { can, decide } from './decide.ts'
import { grantsOf, toNames } from './grants.ts'
import { type Beside, type HeldRole, holdingOf } from './holding.ts'
import type { Permission } from './names.ts'
import { odd } from './testing/odd.ts'
import { decided, everything, heldByMember, type ScopedRow, type Someone, seenBy } from './testing/reference.ts'

const count = 100_000

test('a hundred thousand random decisions: the engine and the reference never differ', { timeout: 60_000 }, () => {
  const seed = Date.now() % 2 ** 32
  const random = generator(seed)
  const reasons = new Map<string, number>()
  const differences: unknown[] = []
  let who = randomMember(random)
  let holdings = holdingOf(who.role as HeldRole, who.beside as Beside[], who.departmentIds)
  for (let i = 0; i < count; i++) {
    if (i % 10 === 0) {
      who = randomMember(random)
      holdings = holdingOf(who.role as HeldRole, who.beside as Beside[], who.departmentIds)
      for (const lasting of [false, true]) {
        const ours = toNames((lasting ? holdings.lasting : holdings.now).grants)
        const theirs = heldByMember(who, lasting)
        if (ours.toSorted().join() !== [...theirs].toSorted().join()) differences.push({ who, lasting, ours })
      }
    }
    const lasting = random() < 0.5
    const { grants, reach } = lasting ? holdings.lasting : holdings.now
    const held = heldByMember(who, lasting)
    const names = random() < 0.5 ? undefined : some(random, [...everything], 0.7)
    const asked = random() < 0.1 ? pick(random, odd) : pick(random, [...everything])
    const place = {
      assigneeId: pick(random, [who.id, 'other', null]),
      departmentId: pick(random, [...departments, 'tomorrow', null]),
    }
    const token = names && grantsOf(names as Permission[])
    const decision = decide({ grants, role: 'Some role', reach, ...(token && { token }) }, asked as string)
    const ours = decision.allowed ? (decision.reach.sees(who.id, place) ? 'allowed' : 'elsewhere') : decision.why
    const said = decided(held, names && new Set(names), asked)
    const theirs = said === 'allowed' && !seenBy(who, place, lasting) ? 'elsewhere' : said
    const short = can(grants, asked as Permission)
    if (ours !== theirs || short !== (said === 'allowed' || said === 'token')) {
      differences.push({ who, lasting, names, asked, place, ours, theirs, short })
    }
    reasons.set(ours, (reasons.get(ours) ?? 0) + 1)
  }
  expect(differences.slice(0, 3), `seed ${seed}`).toEqual([])
  // Every answer was really asked for, often.
  for (const reason of ['allowed', 'elsewhere', 'role', 'token', 'unknown']) {
    expect(reasons.get(reason)).toBeGreaterThan(count / 50)
  }
  expect([...reasons.values()].reduce((sum, times) => sum + times)).toBe(count)
})

const departments = ['billing', 'returns', 'sales']

function randomMember(random: () => number): Someone {
  const beside = Array.from({ length: Math.floor(random() * 4) }, () => {
    const ends_at = random() < 0.5 ? null : '2030-01-01T00:00:00.000Z'
    if (random() < 0.4) return { permission: null, role: randomRow(random), ends_at }
    const names = random() < 0.1 ? odd.filter((value) => typeof value === 'string') : [...everything]
    return { permission: pick(random, names), role: null, ends_at }
  })
  return { id: 'me', role: randomRow(random), beside, departmentIds: some(random, departments, 0.4) }
}

function randomRow(random: () => number): ScopedRow {
  const presets = ['Administrator', 'Supervisor', 'Agent', 'Support', 'Owner', 'agent', '__proto__']
  const sections = [...new Set([...everything].map((name) => name.slice(0, name.indexOf('.'))))]
  const words = odd.filter((value) => typeof value === 'string' && value !== 'inbox')
  return {
    preset: random() < 0.3 ? pick(random, presets) : null,
    permissions: [...some(random, [...everything], random()), pick(random, words) as string],
    full_sections: [...some(random, sections, random() * 0.4), pick(random, words) as string],
    chat_scope: pick(random, ['all', 'departments', 'departments', 'mine', 'mine', 'none']),
    unassigned: random() < 0.4,
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
