import type { Chat, Contact } from '@rolecall/protocol'
import { describe, expect, test } from 'vitest'
import { ask } from './chats.ts'
import { answerList } from './list.ts'
import { type Rights, withRights } from './rights.ts'
import { rowsOf } from './select.ts'
import { send } from './send.ts'
import { emptyInbox, type InboxState } from './state.ts'
import { answerThread, open } from './thread.ts'

const chat: Chat = {
  id: 'c',
  contact: { id: 'p', name: 'Maria' },
  status: 'open',
  assignee: null,
  department: null,
  lastSeq: 0,
  visitorCount: 0,
  preview: null,
  seenSeq: 0,
  createdAt: '2026-01-01T00:00:00Z',
  activeAt: '2026-01-01T00:00:00Z',
}
const contact: Contact = {
  id: 'p',
  name: 'Maria',
  details: { email: 'maria@example.com', phone: null, ip: null, data: {} },
  tags: [],
  page: null,
  device: null,
  createdAt: chat.createdAt,
  lastSeenAt: chat.createdAt,
}
const all: Rights = { reads: true, reach: 'all', contacts: true, details: true }

/** One chat in the list, open, and something on its way. */
function working(): InboxState {
  const { state, asked } = ask(emptyInbox('me'))
  const row = { ...chat, unread: 0 }
  const listed = answerList(
    state,
    { ...asked, query: state.list.query, cursor: null },
    {
      rows: [row],
      next: null,
      counts: { mine: 0, unassigned: 1, all: 1, departments: [] },
    },
  )
  const read = answerThread(open(listed, 'c'), asked, { chat: row, contact, messages: [], more: false, earlier: [] })
  return send(read, { id: 's', chatId: 'c', kind: 'message', body: 'hello', at: chat.createdAt })
}

describe('withRights', () => {
  test('another action that may be done leaves all on the screen, and asks again', () => {
    const after = withRights(working(), all, { ...all })
    expect(rowsOf(after)).toHaveLength(1)
    expect(after.threads['c']?.load).toBe('ready')
    expect(after.threads['c']?.stale).toBe(true)
    expect(after.list.stale).toBe('all')
    expect(after.threads['c']?.contact).toEqual(contact)
  })

  test.each([
    ['another scope', { ...all, reach: 'mine' }],
    ['no inbox', { ...all, reads: false }],
  ])('%s leaves nothing that was known, but what is being sent', (_, is) => {
    const after = withRights(working(), all, is)
    expect(JSON.stringify(after)).not.toContain('Maria')
    expect(rowsOf(after)).toEqual([])
    expect(after.counts).toBeNull()
    expect(after.threads['c']?.load).toBe('loading')
    expect(after.sending).toHaveLength(1)
  })

  test.each([
    ['contacts.view', { ...all, contacts: false }],
    ['contacts.details', { ...all, details: false }],
  ])('without %s no address stays', (_, is) => {
    const after = withRights(working(), all, is)
    expect(JSON.stringify(after)).not.toContain('maria@example.com')
    expect(rowsOf(after)).toHaveLength(1)
  })

  test('an answer from before the change tells nothing any more', () => {
    const { state, asked } = ask(working())
    const after = withRights(state, all, { ...all, reach: 'mine' })
    const late = answerList(
      after,
      { ...asked, query: after.list.query, cursor: null },
      {
        rows: [{ ...chat, unread: 0 }],
        next: null,
        counts: { mine: 0, unassigned: 1, all: 1, departments: [] },
      },
    )
    expect(late).toBe(after)
  })
})
