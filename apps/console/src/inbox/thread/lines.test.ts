import type { Message } from '@rolecall/protocol'
import { describe, expect, test } from 'vitest'
import type { Sending } from '../state/state.ts'
import { firstUnread } from '../state/thread.ts'
import { type Line, layOut } from './lines.ts'

const visitor = { kind: 'visitor' as const, id: 'v', name: 'Maria' }
const ana = { kind: 'member' as const, id: 'a', name: 'Ana' }
const minute = 60_000
// Noon, so that the day is the same in every time zone of a test machine that is near it.
const noon = new Date(2026, 0, 5, 12).getTime()

function message(seq: number, author: Message['author'], minutes: number, kind: Message['kind'] = 'message'): Message {
  return { id: `m${seq}`, chatId: 'c', seq, author, kind, body: `body ${seq}`, at: at(minutes) }
}

const at = (minutes: number) => new Date(noon + minutes * minute).toISOString()

const shape = (lines: Line[]) =>
  lines.map((line) =>
    line.type === 'group' ? `${line.side} ${line.bubbles.map(({ id }) => id).join(' ')}` : line.type,
  )

describe('layOut', () => {
  test('neighbours of one author stand together until a pause, a note or another author', () => {
    const lines = layOut(
      [
        message(1, visitor, 0),
        message(2, visitor, 1),
        message(3, ana, 2),
        message(4, ana, 3, 'note'),
        message(5, ana, 4),
        message(6, ana, 10),
      ],
      [],
      ana,
      null,
    )
    expect(shape(lines)).toEqual(['day', 'theirs m1 m2', 'ours m3', 'note m4', 'ours m5', 'ours m6'])
  })

  test('a new day has its line, an event interrupts', () => {
    const day = 24 * 60
    const lines = layOut(
      [message(1, visitor, 0), message(2, ana, 1, 'event'), message(3, visitor, 2), message(4, visitor, day)],
      [],
      ana,
      null,
    )
    expect(shape(lines)).toEqual(['day', 'theirs m1', 'event', 'theirs m3', 'day', 'theirs m4'])
  })

  test('what is being sent comes last and joins our group', () => {
    const sending: Sending = {
      id: 's',
      chatId: 'c',
      kind: 'message',
      body: 'hello',
      at: at(3),
      state: 'pending',
      why: null,
      unanswered: false,
    }
    expect(shape(layOut([message(1, visitor, 0), message(2, ana, 2)], [sending], ana, null))).toEqual([
      'day',
      'theirs m1',
      'ours m2 s',
    ])
  })

  test('the line before what is new stands under the day', () => {
    const lines = layOut([message(1, visitor, 0), message(2, visitor, 24 * 60)], [], ana, 2)
    expect(shape(lines)).toEqual(['day', 'theirs m1', 'day', 'unread', 'theirs m2'])
  })

  test('every line has its own key', () => {
    const keys = layOut(
      [1, 2, 3, 4].map((seq) => message(seq, visitor, seq * 24 * 60)),
      [],
      ana,
      3,
    ).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('firstUnread counts visitor messages from the end, and only those', () => {
  const thread = [message(1, visitor, 0), message(2, visitor, 1), message(3, ana, 2), message(4, visitor, 3)]
  expect(firstUnread(thread, 0)).toBeNull()
  expect(firstUnread(thread, 1)).toBe(4)
  expect(firstUnread(thread, 2)).toBe(2)
  expect(firstUnread(thread, 3)).toBeNull()
  expect(firstUnread(thread, 9)).toBeNull()
})
