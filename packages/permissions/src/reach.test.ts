import { describe, expect, test } from 'vitest'
import { type ChatPlace, type ChatScope, noReach, reachOf, reachOfDepartments, wholeReach } from './reach.ts'

const chats = ['all', 'departments', 'mine'] as const
const scopes: ChatScope[] = chats.flatMap((one) => [true, false].map((unassigned) => ({ chats: one, unassigned })))
const people = [[], ['billing'], ['returns'], ['billing', 'returns']]
const places: ChatPlace[] = ['me', 'other', null].flatMap((assigneeId) =>
  ['billing', 'returns', 'sales', null].map((departmentId) => ({ assigneeId, departmentId })),
)

/** The same once more, as the product text says it. */
function seen({ chats, unassigned }: ChatScope, mine: string[], { assigneeId, departmentId }: ChatPlace): boolean {
  if (assigneeId === 'me') return true
  if (chats === 'all') return true
  const nobodys = assigneeId === null && unassigned
  if (chats === 'mine') return nobodys
  return departmentId === null ? nobodys : mine.includes(departmentId)
}

describe('sees', () => {
  test.each(scopes)('%o, whoever one is and wherever the chat waits', (scope) => {
    for (const mine of people) {
      for (const place of places) {
        const told = { scope, mine, place }
        expect({ ...told, sees: reachOf(scope, mine).sees('me', place) }).toEqual({
          ...told,
          sees: seen(scope, mine, place),
        })
      }
    }
  })

  const who = (place: ChatPlace) => `${place.assigneeId ?? 'nobody'} in ${place.departmentId ?? 'none'}`
  const listed = (scope: ChatScope) => places.filter((place) => reachOf(scope, ['billing']).sees('me', place)).map(who)
  const own = ['me in billing', 'me in returns', 'me in sales', 'me in none']

  test('by hand', () => {
    const nobodys = ['nobody in billing', 'nobody in returns', 'nobody in sales', 'nobody in none']
    const inMine = ['other in billing', 'nobody in billing']
    expect(listed({ chats: 'all', unassigned: false })).toEqual(places.map(who))
    expect(listed({ chats: 'mine', unassigned: false })).toEqual(own)
    expect(listed({ chats: 'mine', unassigned: true })).toEqual([...own, ...nobodys])
    expect(listed({ chats: 'departments', unassigned: false })).toEqual([...own, ...inMine])
    expect(listed({ chats: 'departments', unassigned: true })).toEqual([...own, ...inMine, 'nobody in none'])
  })

  test('a scope that does not exist adds nothing to one’s own chats', () => {
    for (const chats of ['All', 'none', '', undefined]) {
      const odd = { chats, unassigned: true } as unknown as ChatScope
      expect(reachOf(odd, ['billing'])).toBe(noReach)
    }
  })
})

describe('reads as', () => {
  const read = (scope: ChatScope) => reachOf(scope, ['b', 'a']).toJSON()

  test('its clauses', () => {
    expect(read({ chats: 'departments', unassigned: false })).toEqual({
      all: false,
      departments: ['a', 'b'],
      unassigned: 'none',
    })
    expect(read({ chats: 'departments', unassigned: true }).unassigned).toBe('unrouted')
    expect(read({ chats: 'mine', unassigned: false })).toEqual(noReach.toJSON())
    expect(read({ chats: 'mine', unassigned: true })).toEqual({ all: false, departments: [], unassigned: 'any' })
    expect(reachOfDepartments(['x']).toJSON()).toEqual({ all: false, departments: ['x'], unassigned: 'none' })
  })

  test('“all” alone, for that has the rest', () => {
    expect(read({ chats: 'all', unassigned: false })).toEqual({ all: true, departments: [], unassigned: 'any' })
    expect(wholeReach.union(reachOfDepartments(['a'])).toJSON()).toEqual(wholeReach.toJSON())
  })

  test('the same for ever', () => {
    expect(Object.isFrozen(noReach)).toBe(true)
  })
})

describe('minus', () => {
  const sales = reachOfDepartments(['sales'])
  const free = reachOf({ chats: 'mine', unassigned: true }, [])
  const unrouted = reachOf({ chats: 'departments', unassigned: true }, [])

  test('is what is missing, clause by clause', () => {
    expect(reachOfDepartments(['sales', 'care']).minus(sales).toJSON()).toEqual(reachOfDepartments(['care']).toJSON())
    expect(free.minus(unrouted)).toEqual(free)
    expect(unrouted.minus(free)).toEqual(noReach)
    expect(free.minus(free)).toEqual(noReach)
    expect(wholeReach.minus(sales)).toEqual(wholeReach)
    expect(sales.minus(wholeReach)).toEqual(noReach)
    expect(wholeReach.minus(wholeReach)).toEqual(noReach)
  })

  test('all departments that there are today are not all chats', () => {
    expect(reachOfDepartments(['billing', 'returns', 'sales']).union(free).covers(wholeReach)).toBe(false)
  })
})
