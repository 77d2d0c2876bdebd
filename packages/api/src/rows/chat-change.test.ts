import type { Chat } from '@rolecall/protocol'
import { describe, expect, it } from 'vitest'
import { assign, changeOf, say, setStatus, tell } from './chat-change.ts'

const visitor = { kind: 'visitor', id: 'v', name: 'Vera' } as const
const member = { kind: 'member', id: 'm', name: 'Max' } as const
const at = new Date('2026-11-23T10:00:00.000Z')

const chat: Chat = {
  id: 'c',
  contact: { id: 'v', name: 'Vera' },
  status: 'open',
  assignee: null,
  department: { id: 'd', name: 'Help' },
  lastSeq: 4,
  visitorCount: 2,
  preview: null,
  seenSeq: 0,
  createdAt: '2026-11-23T09:00:00.000Z',
  activeAt: '2026-11-23T09:00:00.000Z',
}

describe('a chat change', () => {
  it('numbers what is said without gaps, whatever its kind', () => {
    const change = changeOf(chat, false, at)
    tell(change, 'Max took the chat')
    say(change, { id: '1', kind: 'note', author: member, body: 'n' })
    say(change, { id: '2', kind: 'message', author: member, body: 'b' })
    expect(change.messages.map(({ seq }) => seq)).toEqual([5, 6, 7])
    expect(change.chat.lastSeq).toBe(7)
    expect(change.columns.last_seq).toBe(7)
  })

  it('previews only what the visitor may see', () => {
    const change = changeOf(chat, false, at)
    say(change, { id: '1', kind: 'note', author: member, body: 'secret' })
    tell(change, 'Max closed the chat')
    expect(change.chat.preview).toBeNull()
    expect(change.columns).not.toHaveProperty('preview_body')
    say(change, { id: '2', kind: 'message', author: member, body: 'hello' })
    expect(change.chat.preview).toEqual({ author: member, body: 'hello', at: at.toISOString() })
  })

  it('moves a chat up the list for words, not for handling', () => {
    const change = changeOf(chat, false, at)
    tell(change, 'Max took the chat')
    expect(change.chat.activeAt).toBe(chat.activeAt)
    say(change, { id: '1', kind: 'note', author: member, body: 'n' })
    expect(change.chat.activeAt).toBe(at.toISOString())
  })

  it('counts the visitor’s messages and times the first answer only', () => {
    const change = changeOf(chat, false, at)
    say(change, { id: '1', kind: 'note', author: member, body: 'n' })
    expect(change.columns).not.toHaveProperty('first_reply_at')
    say(change, { id: '2', kind: 'message', author: visitor, body: 'v' })
    expect(change.chat.visitorCount).toBe(3)
    expect(change.columns).not.toHaveProperty('first_reply_at')
    say(change, { id: '3', kind: 'message', author: member, body: 'b' })
    expect(change.columns.first_reply_at).toBe(at.toISOString())
    const later = changeOf(chat, true, at)
    say(later, { id: '4', kind: 'message', author: member, body: 'b' })
    expect(later.columns).not.toHaveProperty('first_reply_at')
  })

  it('remembers where the chat stood', () => {
    const change = changeOf({ ...chat, assignee: { id: 'm', name: 'Max' } }, false, at)
    assign(change, null)
    expect(change.was).toEqual({ assigneeId: 'm', departmentId: 'd' })
    expect(change.chat.assignee).toBeNull()
    expect(change.columns.assignee_id).toBeNull()
  })

  it('forgets the closing time of a chat that opens again', () => {
    const change = changeOf(chat, false, at)
    setStatus(change, 'closed')
    expect(change.columns).toEqual({ status: 'closed', closed_at: at.toISOString() })
    setStatus(change, 'open')
    expect(change.columns).toEqual({ status: 'open', closed_at: null })
  })
})
