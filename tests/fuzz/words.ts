import { randomUUID } from 'node:crypto'
import type { Seed } from '@rolecall/db/testing'
import fc, { type Arbitrary } from 'fast-check'
import { patternsOf, type Shape } from './shape.ts'

/** Texts to put into inputs: by the name of the field first, then by what its schema lets through. */
export interface Words {
  named: Record<string, Arbitrary<unknown>>
  /** Whole numbers by the name of their field, where one of four thousand million would never be met. */
  whole: Record<string, Arbitrary<number>>
  any: Arbitrary<string>[]
}

const nowhere = randomUUID()
const day = (text: string, days: number) => {
  const at = new Date(Date.parse(text) + days * 86_400_000)
  const year = Math.min(9999, Math.max(0, at.getUTCFullYear()))
  return `${String(year).padStart(4, '0')}-${at.toISOString().slice(-19, -14)}`
}
// The ends of what a date can say, and days on which clocks change.
const days = fc
  .tuple(
    fc.constantFrom('0000-01-01', '0001-01-01', '0099-12-31', '1970-01-01', '2026-03-29', '2026-10-25', '9999-12-31'),
    fc.integer({ min: -200, max: 200 }),
  )
  .map(([text, add]) => day(text, add))
const zones = fc.constantFrom(
  'UTC',
  'Europe/Lisbon',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
  'utc',
  'GMT',
)
const mostly = (good: string[], bad: string) =>
  fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...good) }, fc.constant(bad))
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    'Ana',
    '%_\\',
    "O'Neil; --",
    '<b>hi</b>',
    '=1+1',
    '🏳️‍🌈',
    '\u202eabc',
    'x'.repeat(200),
    'é'.repeat(10_000),
  ),
)

/** Words for inputs about one account; `other` is the account whose ids must get nobody anywhere. */
export function wordsOf(mine: Seed, other: Seed): Words {
  const chats = (seed: Seed) => Object.values(seed.chats)
  const contacts = (seed: Seed) => seed.contacts.map(({ id }) => id)
  // Not the Administrator: the caller, who would lose the very right that is tried.
  const members = ({ members: { Supervisor, Agent, Support } }: Seed) => [Supervisor.id, Agent.id, Support.id]
  const all = [mine, other].flatMap((seed) => [seed.accountId, ...chats(seed), ...contacts(seed), ...members(seed)])
  const own = (of: (seed: Seed) => string[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...of(mine)) }, fc.constantFrom(...of(other), nowhere))
  const id = fc.oneof(fc.uuid(), fc.constantFrom(...all, nowhere, '00000000-0000-0000-0000-000000000000'))
  return {
    named: {
      chatId: own(chats),
      contactId: own(contacts),
      memberId: own(members),
      memberIds: own(members),
      departmentId: own((seed) => Object.values(seed.departments)),
      departmentIds: own((seed) => Object.values(seed.departments)),
      add: own((seed) => Object.values(seed.departments)),
      remove: own((seed) => Object.values(seed.departments)),
      roleId: own((seed) => Object.values(seed.roles)),
      replacementId: own((seed) => Object.values(seed.roles)),
      // Mostly there, so that a list of them is taken at times.
      permissions: mostly(['inbox.view', 'inbox.delete', 'reports.export', 'billing.card'], 'inbox.all'),
      fullSections: mostly(['inbox', 'team', 'billing'], '__proto__'),
      fullAccess: mostly(['inbox', 'team', 'billing'], '__proto__'),
      // Likewise: each role of a file may have one.
      description: fc.constantFrom('', 'For nights', '🏳️‍🌈', '<b>hi</b>'),
      // Anyone may write to any account: the other one's must stay untouched here.
      account: fc.constantFrom(mine.accountId, mine.accountId, nowhere),
      permission: fc.constantFrom('billing.card', 'inbox.view', 'constructor', 'inbox.', 'Inbox.view'),
      // Half of them ordinary, so that every seed has spans that are taken.
      from: fc.oneof(days, fc.constantFrom('2026-03-01', '2026-03-01T00:00:00Z')),
      to: fc.oneof(days, fc.constantFrom('2026-11-01', '2026-11-01T00:00:00Z')),
      timeZone: zones,
      // Soon enough, over, and too far away.
      until: fc.constantFrom(...[1, 30, -1, 900].map((add) => new Date(Date.now() + add * 86_400_000).toISOString())),
      // Of old, of now, and of what is to come.
      at: fc.constantFrom(...[-900, -1, 1].map((add) => new Date(Date.now() + add * 86_400_000).toISOString())),
      emails: fc.constantFrom(mine.members.Agent.email, 'nobody@example.test', 'somebody@example.test'),
      digest: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
      action: fc.constantFrom('roles.', 'team.setRole', 'nothing', 'inbox.'),
      email: fc.constantFrom(mine.members.Agent.email, 'nobody@example.test', "o'neil+x@example.test"),
    },
    whole: { version: fc.constantFrom(1, 1, 2), to: fc.constantFrom(1, 1, 2) },
    any: [
      id,
      fc.emailAddress({ size: 'small' }),
      days,
      fc.tuple(fc.nat({ max: 99_999_999_999_999 }), id).map(([at, row]) => `${at}_${row}`),
      fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', '-', '_'), minLength: 43, maxLength: 43 }),
      fc.nat({ max: 999_999_999_999_999 }).map(String),
      text,
    ],
  }
}

/** Texts that a string's schema lets through. @throws where no word fits: then words.ts lacks one for a new kind of field */
export function fitting(shape: Shape, words: Arbitrary<string>[], at: string): Arbitrary<string> {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape
  const patterns = patternsOf(shape)
  const fits = (word: string) =>
    word.length >= minLength && word.length <= maxLength && patterns.every((pattern) => pattern.test(word))
  const able = words.filter((word) => fc.sample(word, { numRuns: 20, seed: 1 }).filter(fits).length >= 4)
  if (able.length === 0) throw new Error(`words.ts has nothing that fits ${at}: ${JSON.stringify(shape)}`)
  return fc.oneof(...able.map((word) => word.filter(fits)))
}
