import type { Message } from '@rolecall/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, type Line, lastSeq, mark, merge, unread } from './thread.ts'

const message = (seq: number, kind: 'visitor' | 'member' = 'member', id = `m${seq}`): Message => ({
  id,
  chatId: 'c',
  seq,
  author: { kind, id: 'x', name: kind === 'member' ? 'Ana' : 'Guest' },
  kind: 'message',
  body: `body ${seq}`,
  at: '2026-11-23T10:00:00.000Z',
})
const written = (id: string) => ({ id, body: id, at: '2026-11-23T10:00:00.000Z' })
const ids = (lines: Line[]) => lines.map(({ id }) => id)

test('a message appears before the server has it, and once when it does', () => {
  let lines = mark([], written('a'), 'sending')
  expect(lines).toMatchObject([{ id: 'a', state: 'sending', mine: true, seq: null }])
  lines = merge(lines, [message(1, 'visitor', 'a')])
  lines = merge(lines, [message(1, 'visitor', 'a')])
  // But for how far it has come it is the same line: nothing moves on the screen.
  expect(lines).toMatchObject([{ id: 'a', state: 'sent', seq: 1, mine: true, name: '' }])
})

test('a late failure does not undo what the server has said', () => {
  const lines = merge(mark([], written('a'), 'sending'), [message(1, 'visitor', 'a')])
  expect(mark(lines, written('a'), 'failed')[0]?.state).toBe('sent')
})

test('an answer that comes meanwhile stands before what is still being sent', () => {
  const lines = mark(mark(merge([], [message(1)]), written('a'), 'sending'), written('b'), 'failed')
  expect(ids(merge(lines, [message(2)]))).toEqual(['m1', 'm2', 'a', 'b'])
})

test('notes and events are never shown, even if a server sent them', () => {
  expect(
    merge(
      [],
      [
        { ...message(1), kind: 'note' },
        { ...message(2), kind: 'event' },
      ],
    ),
  ).toEqual([])
})

test('unread counts the team only, above what was seen', () => {
  const lines = mark(merge([], [message(1), message(2, 'visitor'), message(3), message(5)]), written('a'), 'sending')
  expect([0, 1, 3, 4, 5].map((seen) => unread(lines, seen))).toEqual([3, 2, 1, 1, 0])
  expect(lastSeq(lines)).toBe(5)
  expect(lastSeq([])).toBe(0)
})

test('only an answer shows that a message was seen', () => {
  const lines = merge([], [message(1, 'visitor'), message(2), message(3, 'visitor')])
  expect(lines.map((line) => answered(lines, line))).toEqual([true, false, false])
})

test('whatever the order in which messages arrive, and however often, the list is the same', () => {
  const all = [...Array(8).keys()].map((index) => message(index + 1, index % 3 ? 'member' : 'visitor'))
  const order = fc.shuffledSubarray(all, { minLength: 8 })
  fc.assert(
    fc.property(order, fc.subarray(all), (first, again) => {
      const lines = [...first, ...again].reduce<Line[]>((sum, one) => merge(sum, [one]), [])
      expect(lines).toEqual(merge([], all))
    }),
  )
})
