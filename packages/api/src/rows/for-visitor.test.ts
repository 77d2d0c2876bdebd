import { expect, test } from 'vitest'
import { message } from '../live/testing/row.ts'
import { firstName, messageForVisitor } from './for-visitor.ts'

test.each([
  ['Ana Maria Example', 'Ana'],
  ['  Ana  Example', 'Ana'],
  ['Ana Example', 'Ana'],
  ['Prince', 'Prince'],
  ['', ''],
])('of "%s" a visitor is told "%s"', (name, first) => {
  expect(firstName(name)).toBe(first)
})

test('a member’s message comes with their first name, the visitor’s own as it is', () => {
  expect(messageForVisitor(message(), 1)?.author).toEqual({ kind: 'member', id: 'ana', name: 'Ana' })
  const own = message({ author: { kind: 'visitor', id: 'contact', name: 'Vera Visitor' } })
  expect(messageForVisitor(own, 1)).toEqual(own)
})

test('notes and lines about the team’s handling are not for the visitor', () => {
  for (const kind of ['note', 'event'] as const) expect(messageForVisitor(message({ kind }), null)).toBeNull()
  expect(messageForVisitor(message(), null)).toBeNull()
})

test('and its number is that of what they see', () => {
  expect(messageForVisitor(message({ seq: 9 }), 4)?.seq).toBe(4)
})
