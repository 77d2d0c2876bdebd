import { describe, expect, test } from 'vitest'
import { type ChatPlace, type ChatScope, sees } from './scope.ts'

const me = { id: 'me', departmentIds: ['billing', 'returns'] }
const chats = ['all', 'departments', 'mine'] as const
const assignees = ['me', 'other', null]
const departments = ['billing', 'returns', 'sales', null]
const places: ChatPlace[] = assignees.flatMap((assigneeId) =>
  departments.map((departmentId) => ({ assigneeId, departmentId })),
)

describe('by hand', () => {
  const who = (place: ChatPlace) => `${place.assigneeId ?? 'nobody'} in ${place.departmentId ?? 'none'}`
  const seen = (scope: ChatScope) => places.filter((place) => sees(scope, me, place)).map(who)
  const own = ['me in billing', 'me in returns', 'me in sales', 'me in none']

  test.each([true, false])('all: every chat, whether unassigned is ticked (%s) or not', (unassigned) => {
    expect(seen({ chats: 'all', unassigned })).toEqual(places.map(who))
  })

  test('mine: those assigned to me', () => {
    expect(seen({ chats: 'mine', unassigned: false })).toEqual(own)
  })

  test('mine and unassigned: nobody’s too, in whatever department', () => {
    const nobodys = ['nobody in billing', 'nobody in returns', 'nobody in sales', 'nobody in none']
    expect(seen({ chats: 'mine', unassigned: true })).toEqual([...own, ...nobodys])
  })

  const inMine = ['other in billing', 'other in returns', 'nobody in billing', 'nobody in returns']

  test('departments: mine wherever they are, and everybody’s in my departments', () => {
    expect(seen({ chats: 'departments', unassigned: false })).toEqual([...own, ...inMine])
  })

  test('departments and unassigned: also nobody’s in no department, not those of another one', () => {
    expect(seen({ chats: 'departments', unassigned: true })).toEqual([...own, ...inMine, 'nobody in none'])
  })
})

test('a wider scope never sees less', () => {
  for (const place of places) {
    for (const unassigned of [true, false]) {
      const [all, , mine] = chats.map((scope) => sees({ chats: scope, unassigned }, me, place))
      expect(all).toBe(true)
      if (mine && !unassigned) expect(sees({ chats: 'departments', unassigned }, me, place)).toBe(true)
    }
    for (const scope of chats) {
      const without = sees({ chats: scope, unassigned: false }, me, place)
      if (without) expect(sees({ chats: scope, unassigned: true }, me, place)).toBe(true)
    }
  }
})

test('without a department of one’s own, departments are no more than mine', () => {
  const alone = { id: 'me', departmentIds: [] }
  for (const place of places) {
    const scope = { chats: 'departments', unassigned: false } as const
    expect(sees(scope, alone, place)).toBe(place.assigneeId === 'me')
  }
})

test('a scope that does not exist sees nothing, not even one’s own', () => {
  for (const scope of ['All', 'none', '', undefined]) {
    const unknown = { chats: scope, unassigned: true } as unknown as ChatScope
    expect(places.map((place) => sees(unknown, me, place))).toEqual(places.map(() => false))
  }
})
