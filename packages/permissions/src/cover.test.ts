import { describe, expect, test } from 'vitest'
import { type ChatScope, coversScope, sees, widerScope } from './scope.ts'

const chats = ['all', 'departments', 'mine'] as const
const scopes: ChatScope[] = chats.flatMap((one) => [true, false].map((unassigned) => ({ chats: one, unassigned })))
const pairs = scopes.flatMap((a) => scopes.map((b) => [a, b] as const))

const places = ['me', 'other', null].flatMap((assigneeId) =>
  ['billing', 'sales', null].map((departmentId) => ({ assigneeId, departmentId })),
)
const people = [[], ['billing'], ['billing', 'sales']].map((departmentIds) => ({ id: 'me', departmentIds }))

describe('coversScope', () => {
  test.each(pairs)('%o and %o: exactly when nobody sees more with the second', (a, b) => {
    const never = people.every((me) => places.every((place) => sees(a, me, place) || !sees(b, me, place)))
    expect(coversScope(a, b)).toBe(never)
  })
})

test('a scope that does not exist covers none', () => {
  for (const chats of ['All', 'none', '', undefined]) {
    const odd = { chats, unassigned: true } as unknown as ChatScope
    expect(coversScope(odd, { chats: 'mine', unassigned: false })).toBe(false)
  }
})

describe('widerScope', () => {
  test.each(pairs)('of %o and %o covers the first, and is one of them', (a, b) => {
    const wide = widerScope(a, b)
    expect([a, b]).toContain(wide)
    expect(coversScope(wide, a)).toBe(true)
    if (coversScope(a, b) || coversScope(b, a)) expect(coversScope(wide, b)).toBe(true)
    else expect(wide).toBe(a)
  })
})
