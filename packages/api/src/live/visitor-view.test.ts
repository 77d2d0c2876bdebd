import { expect, test } from 'vitest'
import { chat, message, row } from './testing/row.ts'
import { forVisitor } from './visitor-view.ts'

test('notes and lines about the team’s handling are not for the visitor', () => {
  for (const kind of ['note', 'event'] as const) {
    expect(forVisitor(row(1, { type: 'message', chat: chat(), message: message({ kind }) }))).toBeNull()
  }
})

test('of a chat the visitor learns whether it is open, of a message only the message', () => {
  const assignee = { id: 'ana', name: 'Ana Maria Example' }
  expect(forVisitor(row(1, { type: 'chat', chat: chat({ assignee }) }))).toEqual({ type: 'reopened' })
  expect(forVisitor(row(1, { type: 'chat', chat: chat({ status: 'closed' }) }))).toEqual({ type: 'closed' })
  expect(forVisitor(row(1, { type: 'chat.gone', chatId: 'chat' }))).toEqual({ type: 'gone' })
  const told = forVisitor(row(1, { type: 'message', chat: chat({ assignee }), message: message({ seq: 7 }), shown: 3 }))
  expect(told).toMatchObject({ message: { seq: 3, author: { name: 'Ana' } } })
  expect(JSON.stringify(told)).not.toContain('Example')
})

test('what concerns the team only is not for the visitor', () => {
  expect(forVisitor(row(1, { type: 'session' }))).toBeNull()
  expect(forVisitor(row(1, { type: 'contact', contactId: 'c', name: 'x' }))).toBeNull()
  const switches = { type: 'switches', online: false, widgetShown: true } as const
  expect(forVisitor(row(1, switches))).toEqual(switches)
})
