import type { Chat } from '@rolecall/protocol'
import { describe, expect, test } from 'vitest'
import { hearChat } from './chats.ts'
import { settle, showAtOnce } from './optimistic.ts'
import { markRead } from './read.ts'
import { neighbour, rowOf, rowsOf, waitingOf } from './select.ts'
import { emptyInbox, type InboxState } from './state.ts'

const me = { id: 'me', name: 'Me' }
const other = { id: 'other', name: 'Other' }

function chat(id: string, minute: number, more: Partial<Chat> = {}): Chat {
  const at = new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString()
  return {
    id,
    contact: { id: `of ${id}`, name: id },
    status: 'open',
    assignee: null,
    department: null,
    lastSeq: 1,
    visitorCount: 1,
    preview: { author: { kind: 'visitor', id: `of ${id}`, name: id }, body: 'hi', at },
    seenSeq: 0,
    createdAt: at,
    activeAt: at,
    ...more,
  }
}

const knowing = (...chats: Chat[]): InboxState =>
  chats.reduce((state, one) => hearChat({ ...state, tick: state.tick + 1 }, one, true), emptyInbox('me'))

const ids = (state: InboxState) => rowsOf(state).map((row) => row.chat.id)

describe('rowsOf', () => {
  test('newest first, equal instants in one fixed order, whatever came first', () => {
    const [a, b, c] = [chat('a', 1), chat('b', 2), chat('c', 1)]
    expect(ids(knowing(a, b, c))).toEqual(['b', 'c', 'a'])
    expect(ids(knowing(c, b, a))).toEqual(['b', 'c', 'a'])
  })

  test('instants are compared, not their spelling', () => {
    const micro = chat('micro', 0, { activeAt: '2026-01-01T12:00:30.123456+00:00' })
    expect(ids(knowing(chat('a', 0), micro, chat('b', 1)))).toEqual(['b', 'micro', 'a'])
  })

  test('an optimistic change moves a row at once, and taking it back puts it where it was', () => {
    const state = knowing(chat('a', 1), chat('b', 2))
    const closed = showAtOnce(state, { id: 1, chatId: 'b', change: { status: 'closed' } })
    expect(ids(closed)).toEqual(['a'])
    expect(rowOf(closed, 'b')?.chat.status).toBe('closed')
    expect(ids(settle(closed, 1))).toEqual(['b', 'a'])
  })
})

describe('neighbour', () => {
  const state = knowing(chat('a', 1), chat('b', 2), chat('c', 3))
  test('walks the list and stops at its ends', () => {
    expect(neighbour(state, null, 1)).toBe('c')
    expect(neighbour(state, 'c', 1)).toBe('b')
    expect(neighbour(state, 'b', -1)).toBe('c')
    expect(neighbour(state, 'c', -1)).toBeNull()
    expect(neighbour(state, 'a', 1)).toBeNull()
  })

  test('a chat that was just closed still has its place', () => {
    const closed = showAtOnce(state, { id: 1, chatId: 'b', change: { status: 'closed' } })
    expect(neighbour(closed, 'b', 1)).toBe('a')
    expect(neighbour(closed, 'b', -1)).toBe('c')
  })
})

test('waitingOf counts open chats with something unread that are mine or nobody’s', () => {
  const state = knowing(
    chat('free', 1),
    chat('mine', 2, { assignee: me }),
    chat('theirs', 3, { assignee: other }),
    chat('closed', 4, { status: 'closed' }),
    chat('read', 5),
  )
  expect(waitingOf(markRead(state, 'read', 1))).toBe(2)
})
